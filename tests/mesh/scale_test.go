// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"fmt"
	"strings"
	"testing"
)

const (
	manyHosts      = 500
	manyNamespaces = 20
)

// TestFiveHundredHosts compiles a policy of many hosts in many namespaces and asks for some of each kind.
func TestFiveHundredHosts(t *testing.T) {
	t.Run("mixed", func(t *testing.T) { runCase(t, manyHostsCase()) })
	t.Run("one host in two hundred namespaces", func(t *testing.T) { runCase(t, manyNamespacesCase()) })
}

// kinds of destination, dealt out to the hosts in turn
var kinds = []string{
	"{number: 80, protocol: HTTP}}",
	"{number: 443, protocol: HTTPS}}",
	"{number: 80, protocol: HTTP}, httpsUpgrade: {enabled: true, port: 443}}",
	"{number: 5432, protocol: TCP}}",
	"{number: 50051, protocol: GRPC}}",
}

func policyHead(gateway string) string {
	return "apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\n" +
		"metadata: {name: egress-by-" + gateway + ", namespace: istio-egress}\n" +
		"spec:\n  byEgressGateway: {name: " + gateway + "}\n  egressRules:\n"
}

func manyHostsCase() *Case {
	var policy, mesh strings.Builder
	policy.WriteString(policyHead("egressgateway-a"))
	mesh.WriteString("---\napiVersion: sallyport.dev/v1alpha1\nkind: Mesh\nmetadata: {name: default}\nspec:\n" +
		"  outboundTrafficPolicy: REGISTRY_ONLY\n  gateways:\n  - name: egressgateway-a\n  hosts:\n")
	for namespace := 0; namespace < manyNamespaces; namespace++ {
		fmt.Fprintf(&policy, "  - from: [{namespace: team-%d, workloadSelector: {app: a}}]\n    to:\n", namespace)
		for host := namespace; host < manyHosts; host += manyNamespaces {
			fmt.Fprintf(&policy, "    - {hosts: [%s], port: %s\n", hostName(host), kinds[kindOf(host)])
			if kindOf(host) == 3 {
				fmt.Fprintf(&mesh, "  - {host: %s, addresses: [203.0.%d.%d]}\n", hostName(host), 113+host/250, 1+host%250)
			}
		}
	}
	c := &Case{Name: "five-hundred-hosts", Clients: map[string]ClientSpec{}}
	state := State{Name: "with", Policy: policy.String() + mesh.String()}
	for _, namespace := range []int{0, 1, 7, 19} {
		name := fmt.Sprintf("team-%d", namespace)
		c.Clients[name] = ClientSpec{Namespace: name, Labels: map[string]string{"app": "a"}}
		for host := 0; host < manyHosts; host += 17 {
			state.Requests = append(state.Requests, requestFor(name, host, host%manyNamespaces == namespace))
		}
		for host := namespace; host < manyHosts; host += 7 * manyNamespaces {
			state.Requests = append(state.Requests, requestFor(name, host, true))
		}
	}
	c.States = []State{state}
	return c
}

// kindOf gives every namespace hosts of every kind.
func kindOf(host int) int { return (host + host/manyNamespaces) % len(kinds) }

func hostName(n int) string { return fmt.Sprintf("h%03d.example.com", n) }

// requestFor asks for a host as its rule says; where there is no rule for the client it must be refused.
func requestFor(client string, host int, allowed bool) Request {
	r := Request{From: client}
	secure := true
	switch kindOf(host) {
	case 0:
		r.URL, r.Expect = "http://"+hostName(host)+"/", Expect{Status: 200, Via: "egressgateway-a:80"}
	case 1:
		r.URL, r.Expect = "https://"+hostName(host)+"/", Expect{Status: 200, Via: "egressgateway-a:443"}
	case 2:
		r.URL = "http://" + hostName(host) + "/"
		r.Expect = Expect{Status: 200, Via: "egressgateway-a:80", Origin: &ExpectOrigin{TLS: &secure, Port: 443}}
	case 3:
		r.URL, r.Expect = "tcp://"+hostName(host)+":5432", Expect{Status: 200, Via: "egressgateway-a:443"}
	case 4:
		r.URL, r.Expect = "grpc://"+hostName(host)+":50051/a.B/C", Expect{Status: 200, GRPC: "0", Via: "egressgateway-a:80"}
	}
	if allowed {
		return r
	}
	switch kindOf(host) {
	case 1, 3:
		r.Expect = Expect{Closed: true}
	case 4: // a port of this namespace's own rules, so its sidecar answers
		r.Expect = Expect{Status: 200, GRPC: "14"}
	default:
		r.Expect = Expect{Status: 502}
	}
	return r
}

// manyNamespacesCase makes the longest gate: one host that two hundred namespaces may reach.
func manyNamespacesCase() *Case {
	var policy strings.Builder
	policy.WriteString(policyHead("egressgateway-a") + "  - from:\n")
	for namespace := 0; namespace < 200; namespace++ {
		fmt.Fprintf(&policy, "    - {namespace: department-with-a-long-name-%d}\n", namespace)
	}
	policy.WriteString("    to:\n    - {hosts: [www.example.com], port: {number: 80, protocol: HTTP}}\n" +
		"    - {hosts: [secure.example.com], port: {number: 443, protocol: HTTPS}}\n")
	c := &Case{Name: "two-hundred-namespaces", Clients: map[string]ClientSpec{
		"first":   {Namespace: "department-with-a-long-name-0"},
		"last":    {Namespace: "department-with-a-long-name-199"},
		"nobody":  {Namespace: "department-with-a-long-name-200"},
		"shorter": {Namespace: "department-with-a-long-name"},
	}}
	state := State{Name: "with", Policy: policy.String()}
	for _, name := range []string{"first", "last"} {
		state.Requests = append(state.Requests,
			Request{From: name, URL: "http://www.example.com/", Expect: Expect{Status: 200, Via: "egressgateway-a:80"}},
			Request{From: name, URL: "https://secure.example.com/", Expect: Expect{Status: 200, Via: "egressgateway-a:443"}})
	}
	for _, name := range []string{"nobody", "shorter"} {
		door := &Direct{Gateway: "egressgateway-a", Port: 80, SNI: "egressgateway-a.door.egress.internal"}
		stream := &Direct{Gateway: "egressgateway-a", Port: 443,
			SNI: "p443.secure.example.com.department-with-a-long-name-0.l4.egress.internal"}
		state.Requests = append(state.Requests,
			Request{From: name, URL: "http://www.example.com/", Expect: Expect{Status: 502}},
			Request{From: name, URL: "http://www.example.com/", Direct: door, Expect: Expect{Status: 403}},
			Request{From: name, URL: "https://secure.example.com/", Expect: Expect{Closed: true}},
			Request{From: name, URL: "https://secure.example.com/", Direct: stream, Expect: Expect{Closed: true}})
	}
	c.States = []State{state}
	return c
}
