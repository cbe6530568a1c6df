// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"

	"sigs.k8s.io/yaml"
)

// TestAdhoc shows what happens on the mesh, and judges nothing but that something does. POLICY lists policy files, the
// first sample unless it is set: everybody whom a rule names, a neighbour in each namespace and an outsider ask for
// everything that a rule names. CASE is a case file, whose requests are made as they stand; with OUTCOMES the answers go
// into that file as JSON.
func TestAdhoc(t *testing.T) {
	c, err := adhocCase()
	if err != nil {
		t.Fatal(err)
	}
	lab := NewLab(t, c)
	var report []answer
	for _, state := range c.States {
		lab.Enter(t, state)
		fmt.Printf("\n%s: %d objects\n", state.Name, len(lab.Objects))
		for _, message := range lab.Said {
			fmt.Println("Istio says:", message)
		}
		table := tabwriter.NewWriter(os.Stdout, 0, 4, 2, ' ', 0)
		fmt.Fprintln(table, "who\trequest\toutcome\tcalled by\tthe host saw\twhat the proxies wrote")
		for _, request := range state.Requests {
			out := lab.Ask(request)
			row := lab.answerOf(state, request, out)
			report = append(report, row)
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", request.From, row.Request, row.Outcome, row.CalledBy, row.saw(), row.Why)
		}
		_ = table.Flush()
	}
	if len(report) == 0 {
		t.Error("nobody asked for anything")
	}
	if os.Getenv("POLICY")+os.Getenv("CASE") == "" {
		for i, outcome := range []string{"200", "502", "502"} { // the workload, its neighbour, the outsider
			if i >= len(report) || report[i].Outcome != outcome {
				t.Errorf("row %d of the sample's table is not %s", i+1, outcome)
			}
		}
	}
	if path := os.Getenv("OUTCOMES"); path != "" {
		if err := os.WriteFile(path, must(json.MarshalIndent(report, "", "  ")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// answer is one line of the table.
type answer struct {
	State    string  `json:"state"`
	From     string  `json:"from"`
	Request  string  `json:"request"`
	Outcome  string  `json:"outcome"` // a status, "closed", or what else went wrong
	CalledBy string  `json:"calledBy"`
	Why      string  `json:"why"`
	Visits   []Visit `json:"visits"`
}

func (a answer) saw() string {
	for _, visit := range a.Visits {
		if visit.Protocol != "" {
			text := fmt.Sprintf("%s at %s:%d", visit.Protocol, visit.At, visit.Port)
			if visit.TLS {
				text += ", TLS for " + visit.SNI
			}
			return text
		}
	}
	if len(a.Visits) > 0 {
		return "a connection without a byte"
	}
	return "-"
}

func (l *Lab) answerOf(state State, r Request, out Outcome) answer {
	a := answer{State: state.Name, From: r.From, Request: strings.TrimPrefix(r.Label(), r.From+" "), Outcome: out.String(),
		CalledBy: "-", Why: strings.Trim(l.explain(out), " ()"), Visits: out.Visits}
	for _, visit := range out.Visits {
		a.CalledBy = l.World.NameOf(visit.Source)
	}
	return a
}

func adhocCase() (*Case, error) {
	path, files := os.Getenv("CASE"), strings.Fields(os.Getenv("POLICY"))
	if path != "" {
		return ReadCase(path)
	}
	if len(files) == 0 {
		files = []string{filepath.Join(repositoryRoot(), "resources", "samples", "http.yaml")}
	}
	c := &Case{Name: "adhoc", Clients: map[string]ClientSpec{
		"outsider": {Namespace: "outside", Labels: map[string]string{"app": "outsider"}}}}
	state := State{Name: strings.Join(files, " "), Findings: []string{""}}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		state.Policy += "\n---\n" + string(text)
		for _, part := range splitDocuments(text) {
			var policy rulesDocument
			if yaml.Unmarshal(part, &policy) == nil && policy.Kind == "ASMEgressTrafficPolicy" {
				policy.ask(c, &state)
			}
		}
	}
	c.States = []State{state}
	return c, nil
}

// rulesDocument is as much of a policy as is needed to know what to ask for.
type rulesDocument struct {
	Kind string `json:"kind"`
	Spec struct {
		EgressRules []struct {
			From []struct {
				Namespace        string            `json:"namespace"`
				WorkloadSelector map[string]string `json:"workloadSelector"`
			} `json:"from"`
			To []struct {
				Hosts []string `json:"hosts"`
				Port  struct {
					Number   int    `json:"number"`
					Protocol string `json:"protocol"`
				} `json:"port"`
				HTTPSUpgrade struct {
					Enabled bool `json:"enabled"`
					Port    int  `json:"port"`
				} `json:"httpsUpgrade"`
			} `json:"to"`
		} `json:"egressRules"`
	} `json:"spec"`
}

func (d rulesDocument) ask(c *Case, state *State) {
	for _, rule := range d.Spec.EgressRules {
		askers := []string{}
		for _, from := range rule.From {
			name := from.Namespace + "/" + labelText(from.WorkloadSelector)
			c.Clients[name] = ClientSpec{Namespace: from.Namespace, Labels: from.WorkloadSelector}
			neighbour := from.Namespace + "/neighbour"
			c.Clients[neighbour] = ClientSpec{Namespace: from.Namespace, Labels: map[string]string{"app": "neighbour"}}
			askers = append(askers, name, neighbour)
		}
		for _, to := range rule.To {
			for _, host := range to.Hosts {
				urls := []string{urlFor(host, to.Port.Number, to.Port.Protocol)}
				if to.HTTPSUpgrade.Enabled {
					port := to.HTTPSUpgrade.Port
					if port == 0 {
						port = 443
					}
					urls = append(urls, urlFor(host, port, "HTTPS"))
				}
				for _, url := range urls {
					for _, asker := range append(askers, "outsider") {
						state.Requests = append(state.Requests, Request{From: asker, URL: url, Expect: Expect{AnyOf: []int{0}}})
					}
				}
			}
		}
	}
}

func labelText(labels map[string]string) string {
	parts := []string{}
	for _, key := range sortedKeys(labels) {
		parts = append(parts, key+"="+labels[key])
	}
	if len(parts) == 0 {
		return "*"
	}
	return strings.Join(parts, ",")
}

func urlFor(host string, port int, protocol string) string {
	host = strings.ToLower(strings.TrimSuffix(strings.Replace(host, "*", "any", 1), "."))
	address := net.JoinHostPort(host, strconv.Itoa(port))
	switch strings.ToUpper(protocol) {
	case "HTTP":
		return "http://" + address + "/"
	case "HTTP2":
		return "h2c://" + address + "/"
	case "GRPC":
		return "grpc://" + address + "/package.Service/Method"
	case "HTTPS", "TLS":
		return "https://" + address + "/"
	default:
		return "tcp://" + address
	}
}

// caseFiles gives the case files of a list of glob patterns.
func caseFiles(patterns string) []string {
	var files []string
	for _, pattern := range strings.Fields(patterns) {
		files = append(files, must(filepath.Glob(pattern))...)
	}
	return files
}
