// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sigs.k8s.io/yaml"
)

// Case is one file of cases/: a small world, the states it passes through, and what each request must meet.
// A file with one state writes the state's fields at the top level.
type Case struct {
	Name     string                 `json:"-"`
	About    string                 `json:"about"`
	Clients  map[string]ClientSpec  `json:"clients"`
	Gateways map[string]GatewaySpec `json:"gateways"`
	Origins  map[string]OriginSpec  `json:"origins"`
	Mesh     MeshSpec               `json:"mesh"`
	States   []State                `json:"states"`
	State    `json:",inline"`
}

// State is what is on the mesh at one moment, and the requests made then.
type State struct {
	Name     string    `json:"name"`
	Files    []string  `json:"files"`    // policy files, from the repository root
	Policy   string    `json:"policy"`   // policy documents in place
	Istio    string    `json:"istio"`    // objects that somebody else put on the mesh
	Change   []Change  `json:"change"`   // faults put into what was compiled
	Findings []string  `json:"findings"` // the compiler refuses a part with these codes and prints the rest
	Allow    []Allowed `json:"allow"`
	// ask at once, while connections of the state before still run on the old listeners
	WhileDraining bool      `json:"whileDraining"`
	Requests      []Request `json:"requests"`
	Asks          []Ask     `json:"asks"` // of traces/: requests that expect nothing but that the trace is right
}

// Change is a fault that a negative control puts into the compiled objects: without it the suite could not fail.
type Change struct {
	In  string `json:"in"` // Kind namespace/name-prefix
	Old string `json:"old"`
	New string `json:"new"`
}

// Allowed is a message of the control plane that this case accepts, and the reason.
type Allowed struct {
	Code string `json:"code"` // IST0133, or a part of a webhook warning's text
	Why  string `json:"why"`
}

// MeshSpec is what the mesh's operator has set.
type MeshSpec struct {
	OutboundTrafficPolicy string `json:"outboundTrafficPolicy"` // REGISTRY_ONLY when empty
	IstioVersion          string `json:"istioVersion"`          // what the proxies say they are
}

// ClientSpec is one workload with a sidecar.
type ClientSpec struct {
	Namespace      string            `json:"namespace"`
	ServiceAccount string            `json:"serviceAccount"` // "default" when empty
	Labels         map[string]string `json:"labels"`
	DNSCapture     bool              `json:"dnsCapture"`
}

// GatewaySpec changes what the Mesh document says about a gateway: what is really there.
type GatewaySpec struct {
	TargetPorts map[string]int `json:"targetPorts"` // by port number
	Identity    string         `json:"identity"`    // namespace/serviceAccount of an impostor
	TLSMode     string         `json:"tlsMode"`     // of its pods' label; istio when empty, "-" for none, as Istio's own gateways have it
}

// OriginSpec is how one host on the internet behaves.
type OriginSpec struct {
	Certificate string `json:"certificate"` // "", unknown-ca, wrong-name, expired
	ServerFirst string `json:"serverFirst"` // bytes sent on accept
	HTTP1Only   bool   `json:"http1Only"`
}

// Request is one attempt of one client.
type Request struct {
	Name       string   `json:"name"`
	From       string   `json:"from"`
	URL        string   `json:"url"` // http, https, h2c, h2, grpc, grpcs, ws, wss, tcp, tls
	Method     string   `json:"method"`
	Headers    []string `json:"headers"` // "Name: value"
	Body       string   `json:"body"`
	BodySize   int      `json:"bodySize"`
	Address    string   `json:"address"`    // where the application connects, when not to the host of the URL
	SNI        string   `json:"sni"`        // the application's SNI, when not the host of the URL
	Direct     *Direct  `json:"direct"`     // past the sidecar, straight to a gateway
	Raw        string   `json:"raw"`        // HTTP/1 bytes in place of a proper request
	Authority  string   `json:"authority"`  // HTTP/2 :authority beside a different host header
	Connection string   `json:"connection"` // a connection kept open under this name
	Wait       string   `json:"wait"`       // idle time on an open TCP stream
	Expect     Expect   `json:"expect"`

	hurried bool // nobody will ask what the proxies wrote
}

// Direct is how a process in a client's pod speaks to a gateway without its sidecar.
type Direct struct {
	Gateway     string   `json:"gateway"`
	Port        int      `json:"port"` // a port of the gateway's Service
	SNI         string   `json:"sni"`
	Certificate string   `json:"certificate"` // "" its own, none, foreign (same name, unknown CA)
	Plaintext   bool     `json:"plaintext"`
	ALPN        []string `json:"alpn"`
}

// Expect is the outcome; `expect: 502` and `expect: closed` are short forms.
type Expect struct {
	Status  int           `json:"status"`
	Closed  bool          `json:"closed"`
	Body    string        `json:"body"`    // a part of it
	Via     string        `json:"via"`     // gateway, or gateway:port of its Service, or "direct"
	Origin  *ExpectOrigin `json:"origin"`  // what the host must have seen
	Leaks   string        `json:"leaks"`   // a header of the mesh that reaches the host here, which is a fault
	Unheard bool          `json:"unheard"` // whatever the client got, the host received nothing of it
	AnyOf   []int         `json:"anyOf"`   // several refusals are right; 0 = closed
	GRPC    string        `json:"grpc"`    // grpc-status; a proxy refuses gRPC with status 200 and this
	Because string        `json:"because"` // a part of a proxy's log: flags, details or termination
}

// ExpectOrigin overrides what follows from the URL.
type ExpectOrigin struct {
	At       string            `json:"at"` // the name that was resolved, when not the URL's host
	Port     int               `json:"port"`
	TLS      *bool             `json:"tls"`
	SNI      string            `json:"sni"`
	Host     string            `json:"host"`
	Protocol string            `json:"protocol"` // HTTP/1.1, HTTP/2.0
	ALPN     string            `json:"alpn"`
	Headers  map[string]string `json:"headers"` // present with this value
}

func (e *Expect) UnmarshalJSON(data []byte) error {
	text := string(bytes.Trim(data, `"`))
	if text == "closed" {
		*e = Expect{Closed: true}
		return nil
	}
	if status, err := strconv.Atoi(text); err == nil {
		*e = Expect{Status: status}
		return nil
	}
	type plain Expect
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return decoder.Decode((*plain)(e))
}

func (e Expect) empty() bool { return e.Status == 0 && !e.Closed && len(e.AnyOf) == 0 }

// LoadCase reads and checks one case file, in which every request says what it expects.
func LoadCase(path string) (*Case, error) {
	c, err := ReadCase(path)
	if err != nil {
		return nil, err
	}
	for _, state := range c.States {
		for i, request := range state.Requests {
			if request.Expect.empty() {
				return nil, fmt.Errorf("%s: %s, request %d: nothing expected", path, state.Name, i+1)
			}
		}
	}
	return c, nil
}

// ReadCase reads a case file whose requests need not expect anything.
func ReadCase(path string) (*Case, error) { return readCase(path, vendorClients()) }

func readCase(path string, clients map[string]ClientSpec) (*Case, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c := &Case{}
	if err := yaml.UnmarshalStrict(data, c); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	c.Name = strings.TrimSuffix(filepath.Base(path), ".yaml")
	if len(c.States) == 0 {
		c.States = []State{c.State}
	}
	if len(c.Clients) == 0 {
		c.Clients = clients
	}
	return c, c.check(path)
}

// vendorClients are the workloads of the vendor page's scenarios, and a neighbour of the first one.
func vendorClients() map[string]ClientSpec {
	return map[string]ClientSpec{
		"sleep-a": {Namespace: "mytest", Labels: map[string]string{"app": "sleep-a"}},
		"sleep-b": {Namespace: "mytest", Labels: map[string]string{"app": "sleep-b"}},
		"nginx":   {Namespace: "default", Labels: map[string]string{"app": "nginx"}},
	}
}

func (c *Case) check(path string) error {
	for i := range c.States {
		state := &c.States[i]
		if state.Name == "" {
			state.Name = fmt.Sprintf("state %d", i+1)
		}
		for j := range state.Requests {
			request := &state.Requests[j]
			if _, known := c.Clients[request.From]; !known {
				return fmt.Errorf("%s: %s, request %d: no client %q", path, state.Name, j+1, request.From)
			}
		}
		for _, allowed := range state.Allow {
			if allowed.Why == "" {
				return fmt.Errorf("%s: %s: %s is allowed without a reason", path, state.Name, allowed.Code)
			}
		}
	}
	return nil
}

// Label is how a request is shown.
func (r Request) Label() string {
	if r.Name != "" {
		return r.Name
	}
	method := ""
	if r.Method != "" {
		method = r.Method + " "
	}
	label := r.From + " " + method + r.URL
	if r.Direct != nil {
		label += fmt.Sprintf(" straight to %s:%d", r.Direct.Gateway, r.Direct.Port)
	}
	return label
}
