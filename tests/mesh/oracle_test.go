// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
)

// permission is one line of what a policy allows, read as the policy's meaning says, without a thought of Istio.
type permission struct {
	namespace   string
	selector    map[string]string
	host        string // perhaps a wildcard
	port        int
	target      int
	class       string // HTTP, TLS, TCP
	http2       bool
	gateway     string
	gatewayPort int // 0: whichever was chosen
	upgrade     int // 0: none
	implied     bool
	order       int
}

func covers(host, name string) bool {
	return host == name || strings.HasPrefix(host, "*.") && strings.HasSuffix(name, host[1:])
}

func (p permission) selects(c ClientSpec) bool {
	for key, value := range p.selector {
		if c.Labels[key] != value {
			return false
		}
	}
	return p.namespace == c.Namespace
}

// dialled is the port at which the gateway knocks.
func (p permission) dialled() int {
	switch {
	case p.upgrade != 0:
		return p.upgrade
	case p.target != 0:
		return p.target
	}
	return p.port
}

// withImplied adds what an upgrade promises: the application's own HTTPS on the upgrade port, unless a rule of the same
// namespace uses that port of that host for another class.
func withImplied(explicit []permission) []permission {
	all := slices.Clone(explicit)
	for _, p := range explicit {
		if p.upgrade == 0 {
			continue
		}
		implied := p
		implied.port, implied.target, implied.upgrade, implied.class, implied.implied = p.upgrade, 0, 0, "TLS", true
		implied.order += len(explicit)
		taken := slices.ContainsFunc(explicit, func(q permission) bool {
			return q.namespace == p.namespace && q.host == p.host && q.port == implied.port && q.class != "TLS"
		})
		if !taken {
			all = append(all, implied)
		}
	}
	return all
}

// rank orders what allows one request: the more exact name, then explicit before implied, then more labels, then document order.
func (p permission) rank() [4]int {
	inexact := 0
	if strings.HasPrefix(p.host, "*") {
		inexact = 1000 - len(p.host)
	}
	implied := 0
	if p.implied {
		implied = 1
	}
	return [4]int{inexact, implied, -len(p.selector), p.order}
}

// decide finds the permission by which a request leaves, or nil.
func decide(all []permission, client ClientSpec, class, name string, port int) *permission {
	var seen []permission // of the client's namespace, for this name
	for _, p := range all {
		if p.namespace == client.Namespace && covers(p.host, name) {
			seen = append(seen, p)
		}
	}
	var best *permission
	for i := range seen {
		p := &seen[i]
		if p.port != port || p.class != class || !p.selects(client) {
			continue
		}
		inTheWay := slices.ContainsFunc(seen, func(q permission) bool { return q.port == port && q.class != class })
		if p.implied && inTheWay {
			continue
		}
		if best == nil || slices.Compare(p.rankSlice(), best.rankSlice()) < 0 {
			best = p
		}
	}
	return best
}

func (p permission) rankSlice() []int { r := p.rank(); return r[:] }

// listensHTTP says whether the sidecars of a namespace have an HTTP listener on a port: the gateway's own Service has port 80.
func listensHTTP(all []permission, namespace string, port int) bool {
	return port == 80 || slices.ContainsFunc(all, func(p permission) bool {
		return p.namespace == namespace && p.class == "HTTP" && p.port == port
	})
}

// expectationOf is what must happen to a request.
func expectationOf(all []permission, client ClientSpec, scheme, name string, port int, representatives map[string]string) Expect {
	class := map[string]string{"http": "HTTP", "h2c": "HTTP", "grpc": "HTTP", "https": "TLS", "h2": "TLS", "tcp": "TCP"}[scheme]
	p := decide(all, client, class, name, port)
	if p == nil {
		switch {
		case class != "HTTP" || !listensHTTP(all, client.Namespace, port):
			return Expect{Closed: true}
		case scheme == "grpc":
			return Expect{Status: 200, GRPC: "14"}
		}
		return Expect{Status: 502}
	}
	want := Expect{Status: 200, Via: p.gateway, Origin: &ExpectOrigin{At: p.host, Port: p.dialled()}}
	if p.gatewayPort != 0 {
		want.Via = net.JoinHostPort(p.gateway, strconv.Itoa(p.gatewayPort))
	}
	if at, known := representatives[p.host]; known {
		want.Origin.At = at
	}
	if class == "HTTP" {
		secure := p.upgrade != 0
		want.Origin.TLS = &secure
		want.Origin.Protocol = "HTTP/1.1"
		if p.http2 {
			want.Origin.Protocol = "HTTP/2.0"
		}
	}
	if scheme == "grpc" && p.http2 { // HTTP/1.1 to the host has no trailers
		want.GRPC = "0"
	}
	return want
}

// yaml writes permissions that belong to one destination each as the rules of policies, one per gateway.
func policiesOf(explicit []permission) string {
	protocol := func(p permission) string {
		switch {
		case p.class == "HTTP" && p.http2:
			return "GRPC"
		case p.class == "TLS":
			return "HTTPS"
		}
		return p.class
	}
	var out strings.Builder
	gateways := []string{}
	for _, p := range explicit {
		if !slices.Contains(gateways, p.gateway) {
			gateways = append(gateways, p.gateway)
		}
	}
	for _, gateway := range gateways {
		out.WriteString("---\n" + policyHead(gateway))
		for _, p := range explicit {
			if p.gateway != gateway {
				continue
			}
			fmt.Fprintf(&out, "  - from: [{namespace: %s, workloadSelector: {%s}}]\n", p.namespace, selectorText(p.selector))
			fmt.Fprintf(&out, "    to: [{hosts: [%q], port: {number: %d, protocol: %s", p.host, p.port, protocol(p))
			if p.target != 0 {
				fmt.Fprintf(&out, ", targetPort: %d", p.target)
			}
			out.WriteString("}")
			if p.upgrade != 0 {
				fmt.Fprintf(&out, ", httpsUpgrade: {enabled: true, port: %d}", p.upgrade)
			}
			if p.gatewayPort != 0 {
				fmt.Fprintf(&out, ", byEgressGateway: {port: %d}", p.gatewayPort)
			}
			out.WriteString("}]\n")
		}
	}
	return out.String()
}

func selectorText(labels map[string]string) string {
	parts := []string{}
	for _, key := range sortedKeys(labels) {
		parts = append(parts, key+": "+labels[key])
	}
	return strings.Join(parts, ", ")
}
