// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"math/rand"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// judgeTraces compares what the program's trace says with what happened; every decided verdict must be right, whether or not the
// objects say how old they are.
func judgeTraces(t *testing.T, lab *Lab, requests []Request, outcomes []Outcome) {
	t.Helper()
	for _, dated := range []bool{true, false} {
		traces, err := lab.Trace(requests, dated)
		if err != nil {
			t.Error(err)
			return
		}
		for i, traced := range traces {
			if os.Getenv("UNDECIDED") != "" && traced.Verdict == "unknown" && dated {
				t.Logf("%s: %s, and it is %s", requests[i].Label(), traced, outcomes[i])
			}
			if wrong := lab.compareTrace(requests[i], traced, outcomes[i]); wrong != "" {
				t.Errorf("%s (dated: %v): %s", requests[i].Label(), dated, wrong)
			}
		}
	}
}

// TestTraceOfMutants spoils compiled and hand-written sets at random, as people and merges do, and compares traces with what the
// mesh then does. MUTANTS says how many (6), SEED where to start (the day); a set on which they differ is left in build/mesh.
func TestTraceOfMutants(t *testing.T) {
	count := numberFrom("MUTANTS", 6)
	seed := numberFrom("SEED", int(time.Now().Unix()/86400))
	sets := handWrittenSets(t)
	var lab *Lab
	refusals := 0
	for i := 0; i < count; i++ {
		random := rand.New(rand.NewSource(int64(seed + i)))
		stream := baseSet(t, random, sets)
		mutant, done, err := mutate(random, stream)
		if err != nil {
			t.Fatal(err)
		}
		if reason, err := refused(mutant); err != nil || reason != "" {
			refusals++
			continue // no such set can be on a mesh
		}
		name := fmt.Sprintf("seed-%d", seed+i)
		if lab == nil {
			lab = mutantLab(t)
		}
		ok := t.Run(name, func(t *testing.T) {
			if !traceMutant(t, lab, mutant, random) {
				for _, envoy := range lab.envoys {
					envoy.stop() // the proxies refused the set, and are of no more use
				}
				lab = nil
			}
		})
		if !ok {
			path := filepath.Join(repositoryRoot(), "build", "mesh", "mutant-"+name+".yaml")
			_ = os.WriteFile(path, mutant, 0o600)
			t.Logf("%s, changed by: %v, is in %s", name, done, path)
		}
	}
	t.Logf("%d mutants were refused by Istio and not tried; %s", refusals, &tally)
}

// TestTraceOfSets compares traces over the hand-written sets as they are.
func TestTraceOfSets(t *testing.T) {
	lab := mutantLab(t)
	for _, file := range must(filepath.Glob("sets/*.yaml")) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			stream := must(os.ReadFile(file))
			if reason, err := refused(stream); err != nil || reason != "" {
				t.Fatalf("Istio does not take the set: %s %v", reason, err)
			}
			random := rand.New(rand.NewSource(1))
			if !traceMutant(t, lab, stream, random) {
				t.Fatal("the proxies do not take the set")
			}
		})
	}
}

// mutantLab is one for many mutants; it lives as long as the test. Its gateways differ in whether all must speak mutual TLS to them.
func mutantLab(t *testing.T) *Lab {
	return NewLab(t, &Case{Name: "mutants", Clients: universeClients(), States: []State{{Name: "mesh", Policy: universeMesh}},
		Gateways: map[string]GatewaySpec{"egressgateway-a": {TLSMode: "-"}}})
}

func baseSet(t *testing.T, random *rand.Rand, sets [][]byte) []byte {
	if random.Intn(2) == 0 {
		return pick(random, sets)
	}
	state := generatedState(t, random.Int63n(1_000_000))
	l := &Lab{folder: t.TempDir()}
	stream, err := l.compile(state)
	if err != nil {
		t.Fatal(err)
	}
	return stream
}

func handWrittenSets(t *testing.T) [][]byte {
	var sets [][]byte
	for _, file := range must(filepath.Glob("sets/*.yaml")) {
		sets = append(sets, must(os.ReadFile(file)))
	}
	for _, file := range must(filepath.Glob("traces/*.yaml")) {
		c, err := readTraceCase(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, state := range c.States {
			sets = append(sets, []byte(state.Istio))
		}
	}
	if len(sets) == 0 {
		t.Fatal("there are no hand-written sets")
	}
	return sets
}

// traceMutant is false where the proxies do not take the set.
func traceMutant(t *testing.T, lab *Lab, stream []byte, random *rand.Rand) bool {
	if _, err := envoyBinary(); err != nil {
		t.Fatal(err)
	}
	lab.Stream = stream
	var err error
	if lab.Objects, err = parseObjects(stream, lab.births.of); err != nil {
		t.Fatal(err)
	}
	if err := lab.takeObjects(t, true); err != nil {
		if !strings.Contains(err.Error(), "refuses its configuration") {
			t.Error(err)
		}
		t.Logf("not compared: %v", err)
		return false
	}
	objects, err := readObjects(stream)
	if err != nil {
		t.Fatal(err)
	}
	requests := mutantRequests(random, objects)
	var outcomes []Outcome
	for _, request := range requests {
		outcomes = append(outcomes, lab.Ask(request))
	}
	judgeTraces(t, lab, requests, outcomes)
	return true
}

// mutantRequests asks for what the set opens, mostly as somebody of the namespace that it is opened for, and for anything else that a
// set could say something about.
func mutantRequests(random *rand.Rand, objects []object) []Request {
	opened := openedBy(objects)
	var out []Request
	for n := 0; n < 60; n++ {
		request := Request{From: pick(random, sortedKeys(universeClients())), URL: anyURL(random)}
		if len(opened) > 0 && random.Intn(3) > 0 {
			one := pick(random, opened)
			request.URL = one.url(random)
			if clients := clientsOf(one.namespace); len(clients) > 0 && random.Intn(4) > 0 {
				request.From = pick(random, clients)
			}
		}
		request.Expect, request.hurried = Expect{AnyOf: []int{0}}, true
		if random.Intn(5) == 0 && strings.HasPrefix(request.URL, "http:") {
			request.Method = "POST"
		}
		if random.Intn(4) == 0 {
			request.Headers = []string{"X-Team: " + pick(random, []string{"one", "two"})}
		}
		if random.Intn(10) == 0 && strings.HasPrefix(request.URL, "http:") && len(opened) > 0 {
			to, _ := parseTarget(pick(random, opened).url(random))
			request.Headers = append(request.Headers, "Host: "+to.host)
			request.URL = "http://" + pick(random, []string{"istio-egressgateway-a.istio-system.svc.cluster.local", "istio-egressgateway-b.istio-system.svc.cluster.local", "nowhere.example.com"}) + "/"
		}
		out = append(out, request)
	}
	return out
}

func anyURL(random *rand.Rand) string {
	name := pick(random, universe.names)
	return pick(random, []string{
		"http://" + name + "/", "http://" + name + "/a/b", "http://" + name + "/c?q=1", "http://" + name + ":8080/", "ws://" + name + "/",
		"grpc://" + name + "/a.B/C", "https://" + name + "/", "https://" + name + ":8443/", "http://" + name + ":443/",
		"tcp://" + pick(random, universe.streams) + ":5432", "tcp://" + name + ":443", "tcp://" + name + ":80",
	})
}

// opening is a port of a host that a ServiceEntry opens for a namespace; "" for all.
type opening struct {
	namespace, host, protocol string
	port                      int
}

func openedBy(objects []object) []opening {
	var out []opening
	for _, o := range objects {
		if o.kind() != "ServiceEntry" {
			continue
		}
		namespace := ""
		if list := asList(o.spec()["exportTo"]); len(list) == 1 && list[0] == "." {
			namespace, _ = o.metadata()["namespace"].(string)
		}
		for _, host := range asList(o.spec()["hosts"]) {
			for _, item := range asList(o.spec()["ports"]) {
				port := asMap(item)
				number, _ := port["number"].(float64)
				name, _ := port["protocol"].(string)
				one := opening{namespace, fmt.Sprint(host), strings.ToUpper(name), int(number)}
				out = append(out, one)
			}
		}
	}
	return out
}

func (o opening) url(random *rand.Rand) string {
	host := strings.Replace(o.host, "*", pick(random, []string{"any", "x", "a.b"}), 1)
	address := net.JoinHostPort(host, strconv.Itoa(o.port))
	switch o.protocol {
	case "HTTP", "HTTP2", "GRPC", "GRPC-WEB":
		path := pick(random, []string{"/", "/", "/a/b", "/c?q=1", "/x"})
		return pick(random, []string{"http", "http", "http", "http", "h2c", "ws"}) + "://" + address + path
	case "TLS", "HTTPS":
		return pick(random, []string{"https", "https", "https", "http", "wss", "h2"}) + "://" + address + "/"
	}
	return pick(random, []string{"tcp", "tcp", "http", "https"}) + "://" + address
}

func clientsOf(namespace string) []string {
	var out []string
	for _, name := range sortedKeys(universeClients()) {
		if universeClients()[name].Namespace == namespace {
			out = append(out, name)
		}
	}
	return out
}
