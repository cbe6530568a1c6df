// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"encoding/json"
	"os"
	"testing"
)

// Ask is many requests at once: each client asks for each URL with each method and each list of headers.
type Ask struct {
	From    []string   `json:"from"`
	URLs    []string   `json:"urls"`
	Methods []string   `json:"methods"` // GET when empty
	Headers [][]string `json:"headers"` // none when empty
}

// TestTracesOfHandWrittenSets puts the sets of traces/, or of TRACES (a list of glob patterns), onto the mesh as they are, one after
// the other, and compares what becomes of their requests with what the program says beforehand.
func TestTracesOfHandWrittenSets(t *testing.T) {
	pattern := os.Getenv("TRACES")
	if pattern == "" {
		pattern = "traces/*.yaml"
	}
	labs := map[string]*Lab{}
	for _, file := range caseFiles(pattern) {
		c, err := readTraceCase(file)
		if err != nil {
			t.Error(err)
			continue
		}
		before := tally
		lab := labFor(t, labs, c)
		t.Run(c.Name, func(t *testing.T) {
			for _, state := range c.States {
				t.Run(state.Name, func(t *testing.T) { traceState(t, lab, state) })
			}
		})
		part := Tally{tally.Compared - before.Compared, tally.Decided - before.Decided, tally.Allowed - before.Allowed, tally.Wrong - before.Wrong}
		t.Logf("%s: %s", c.Name, &part)
	}
}

// traceClients are two workloads of one namespace and one of each of two others.
func traceClients() map[string]ClientSpec {
	return map[string]ClientSpec{
		"a": {Namespace: "mytest", Labels: map[string]string{"app": "a"}}, "b": {Namespace: "mytest", Labels: map[string]string{"app": "b"}},
		"p": {Namespace: "payments", Labels: map[string]string{"app": "a"}, ServiceAccount: "pay"},
		"o": {Namespace: "outside", Labels: map[string]string{"app": "a"}},
	}
}

// readTraceCase gives a case the world that most of them share, unless it has its own.
func readTraceCase(file string) (*Case, error) {
	c, err := readCase(file, traceClients())
	if err != nil {
		return nil, err
	}
	if c.States[0].Policy == "" {
		c.States[0].Policy = universeMesh
	}
	if c.Gateways == nil {
		c.Gateways = map[string]GatewaySpec{"egressgateway-a": {TLSMode: "-"}}
	}
	for i := range c.States {
		state := &c.States[i]
		if i > 0 || state.Istio != c.Istio {
			state.Istio = c.Istio + "\n---\n" + state.Istio
		}
		state.Requests = append(state.Requests, requestsOf(state.Asks, c.Clients)...)
	}
	return c, c.check(file)
}

func requestsOf(asks []Ask, clients map[string]ClientSpec) []Request {
	var out []Request
	for _, ask := range asks {
		from, methods, headers := ask.From, ask.Methods, ask.Headers
		if len(from) == 0 {
			from = sortedKeys(clients)
		}
		if len(methods) == 0 {
			methods = []string{""}
		}
		if len(headers) == 0 {
			headers = [][]string{nil}
		}
		for _, client := range from {
			for _, url := range ask.URLs {
				for _, method := range methods {
					for _, list := range headers {
						out = append(out, Request{From: client, URL: url, Method: method, Headers: list, Expect: Expect{AnyOf: []int{0}}, hurried: true})
					}
				}
			}
		}
	}
	return out
}

// labFor shares proxies among cases with the same world: starting them takes longer than asking.
func labFor(t *testing.T, labs map[string]*Lab, c *Case) *Lab {
	key := string(must(json.Marshal([]any{c.Clients, c.Gateways, c.Mesh, c.States[0].Policy})))
	if labs[key] == nil {
		labs[key] = NewLab(t, c)
	}
	return labs[key]
}

func traceState(t *testing.T, lab *Lab, state State) {
	if reason, err := refused([]byte(state.Istio)); err != nil || reason != "" {
		t.Fatalf("Istio does not take the set: %s %v", reason, err)
	}
	lab.Stream = []byte(state.Istio)
	var err error
	if lab.Objects, err = parseObjects(lab.Stream, lab.births.of); err != nil {
		t.Fatal(err)
	}
	if err := lab.takeObjects(t, true); err != nil {
		t.Fatal(err)
	}
	var outcomes []Outcome
	for _, request := range state.Requests {
		outcomes = append(outcomes, lab.Ask(request))
	}
	judgeTraces(t, lab, state.Requests, outcomes)
}
