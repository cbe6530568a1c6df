// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// universe is what generated policies speak of: small, so that rules meet, overlap and shadow each other often.
var universe = struct {
	namespaces      []string
	selectors       []map[string]string
	hosts           []string
	streams         []string // with addresses
	names           []string // asked for
	gateways        []string
	representatives map[string]string
}{
	namespaces: []string{"mytest", "payments"},
	selectors: []map[string]string{
		nil, {"app": "a"}, {"app": "b"}, {"app": "a", "tier": "web"}, {"tier": "web"},
	},
	hosts:    []string{"a.example.com", "b.example.com", "*.example.org", "x.example.org", "*.deep.example.org", "y.deep.example.org"},
	streams:  []string{"one.example.net", "two.example.net"},
	names:    []string{"a.example.com", "b.example.com", "x.example.org", "z.example.org", "y.deep.example.org", "v.deep.example.org"},
	gateways: []string{"egressgateway-a", "egressgateway-b"},
	representatives: map[string]string{
		"*.example.org": "www.example.org", "*.deep.example.org": "deep.example.org",
	},
}

const universeMesh = `---
apiVersion: sallyport.dev/v1alpha1
kind: Mesh
metadata: {name: default}
spec:
  outboundTrafficPolicy: REGISTRY_ONLY
  gateways:
  - name: egressgateway-a
  - name: egressgateway-b
    ports:
    - {number: 80, targetPort: 8080, protocol: HTTP, name: http}
    - {number: 443, targetPort: 8443, protocol: HTTPS, name: https}
    - {number: 444, targetPort: 8444, protocol: TLS, name: tls}
  hosts:
  - {host: one.example.net, addresses: [203.0.113.1]}
  - {host: two.example.net, addresses: [203.0.113.2, 203.0.113.3]}
  - {host: "*.example.org", representative: www.example.org}
  - {host: "*.deep.example.org", representative: deep.example.org}
`

// TestGeneratedPolicies puts policies made at random onto the mesh, one after the other, and asks for everything that they
// could mean. GENERATED says how many (8), SEED where to start (the day); a policy that fails is left in build/mesh.
func TestGeneratedPolicies(t *testing.T) {
	count := numberFrom("GENERATED", 8)
	seed := numberFrom("SEED", int(time.Now().Unix()/86400))
	c := &Case{Name: "generated", Clients: universeClients()}
	for i := 0; i < count; i++ {
		c.States = append(c.States, generatedState(t, int64(seed+i)))
	}
	lab := NewLab(t, c)
	for _, state := range c.States {
		ok := t.Run(state.Name, func(t *testing.T) { runState(t, lab, state) })
		if !ok {
			path := filepath.Join(repositoryRoot(), "build", "mesh", state.Name+".yaml")
			_ = os.WriteFile(path, []byte(state.Policy), 0o600)
			t.Logf("the policy is in %s", path)
		}
	}
}

func numberFrom(variable string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	return otherwise
}

func universeClients() map[string]ClientSpec {
	clients := map[string]ClientSpec{"outside/a": {Namespace: "outside", Labels: map[string]string{"app": "a"}}}
	for _, namespace := range universe.namespaces {
		for name, labels := range map[string]map[string]string{
			"a": {"app": "a"}, "b": {"app": "b"}, "web": {"app": "a", "tier": "web"}, "bare": {},
		} {
			clients[namespace+"/"+name] = ClientSpec{Namespace: namespace, Labels: labels}
		}
	}
	return clients
}

// generatedState makes a policy that the compiler takes as a whole, and the requests with what must become of them.
func generatedState(t *testing.T, seed int64) State {
	random := rand.New(rand.NewSource(seed))
	for try := 0; try < 200; try++ {
		explicit := generatePermissions(random)
		state := State{Name: fmt.Sprintf("seed-%d", seed), Policy: policiesOf(explicit) + universeMesh}
		if compiles(t, state) {
			state.Requests = universeRequests(random, withImplied(explicit))
			return state
		}
	}
	t.Fatal("no policy without conflicts in 200 tries")
	return State{}
}

func compiles(t *testing.T, state State) bool {
	l := &Lab{folder: t.TempDir()}
	_, err := l.compile(state)
	return err == nil
}

func pick[T any](random *rand.Rand, from []T) T { return from[random.Intn(len(from))] }

func generatePermissions(random *rand.Rand) []permission {
	var out []permission
	for count := 2 + random.Intn(9); len(out) < count; {
		p := permission{
			namespace: pick(random, universe.namespaces), selector: pick(random, universe.selectors),
			gateway: pick(random, universe.gateways), order: len(out),
		}
		switch random.Intn(8) {
		case 0:
			p.class, p.host, p.port = "TCP", pick(random, universe.streams), 5432
		case 1, 2:
			p.class, p.host, p.port = "TLS", pick(random, universe.hosts), pick(random, []int{443, 443, 8443})
		case 3, 4:
			p.class, p.host, p.port, p.upgrade = "HTTP", pick(random, universe.hosts), 80, pick(random, []int{443, 443, 8443})
		default:
			p.class, p.host, p.port = "HTTP", pick(random, universe.hosts), pick(random, []int{80, 80, 80, 8080, 443})
			p.http2 = random.Intn(6) == 0
		}
		if random.Intn(3) == 0 {
			p.gatewayPort = pick(random, []int{80, 443, 444})
		}
		if p.upgrade == 0 && random.Intn(8) == 0 {
			p.target = 9000 + p.port
		}
		out = append(out, p)
	}
	// the order of the text: policies stand one after the other, by gateway
	order := 0
	for _, gateway := range orderOfGateways(out) {
		for i := range out {
			if out[i].gateway == gateway {
				out[i].order, order = order, order+1
			}
		}
	}
	return out
}

func orderOfGateways(permissions []permission) []string {
	seen := map[string]bool{}
	var out []string
	for _, p := range permissions {
		if !seen[p.gateway] {
			seen[p.gateway] = true
			out = append(out, p.gateway)
		}
	}
	return out
}

// universeRequests asks as every client for what the rules name and, now and then, for what they do not.
func universeRequests(random *rand.Rand, all []permission) []Request {
	var out []Request
	ask := func(client, scheme, name string, port int) {
		spec := universeClients()[client]
		out = append(out, Request{
			From: client, URL: fmt.Sprintf("%s://%s:%d%s", scheme, name, port, map[bool]string{true: "/a.B/C", false: ""}[scheme == "grpc"]),
			Expect: expectationOf(all, spec, scheme, name, port, universe.representatives),
		})
	}
	for _, client := range sortedKeys(universeClients()) {
		for _, name := range universe.names {
			for _, way := range []struct {
				scheme string
				port   int
			}{{"http", 80}, {"http", 8080}, {"http", 443}, {"https", 443}, {"https", 8443}, {"grpc", 80}, {"h2", 443}} {
				class := map[string]string{"http": "HTTP", "grpc": "HTTP", "https": "TLS", "h2": "TLS"}[way.scheme]
				if decide(all, universeClients()[client], class, name, way.port) != nil || random.Intn(6) == 0 {
					ask(client, way.scheme, name, way.port)
				}
			}
		}
		for _, name := range universe.streams {
			ask(client, "tcp", name, 5432)
		}
	}
	return append(out, universeAttacks(all)...)
}

// universeAttacks go straight to the gateways for what only other namespaces may reach.
func universeAttacks(all []permission) []Request {
	var out []Request
	seen := map[string]bool{}
	for _, p := range all {
		if seen[p.gateway+p.class+p.host+p.namespace] {
			continue
		}
		seen[p.gateway+p.class+p.host+p.namespace] = true
		name := p.host
		if name[0] == '*' {
			name = "any" + name[1:]
		}
		for _, port := range []int{80, 443, 444} {
			direct := &Direct{Gateway: p.gateway, Port: port}
			request := Request{From: "outside/a", Direct: direct}
			if p.class == "HTTP" {
				direct.SNI = name
				request.URL, request.Expect = "http://"+name+"/", Expect{AnyOf: []int{403, 404, 0}}
			} else {
				letter, host := "p", p.host
				if host[0] == '*' {
					letter, host = "w", host[2:]
				}
				direct.SNI = fmt.Sprintf("%s%d.%s.%s.l4.egress.internal", letter, p.port, host, p.namespace)
				request.URL, request.Expect = "https://"+name+"/", Expect{Closed: true}
			}
			out = append(out, request)
		}
	}
	return out
}
