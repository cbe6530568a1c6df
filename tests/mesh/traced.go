// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"sigs.k8s.io/yaml"
)

// Traced is what the program's own trace says about a request, without having seen the mesh.
type Traced struct {
	Verdict string `json:"verdict"` // allowed, blocked, unknown
	Status  *int   `json:"status"`
	Outcome string `json:"outcome"`
	Missing string `json:"missing"`
	Gateway string `json:"gateway"`
	Name    string `json:"name"`
}

func (t Traced) String() string {
	if t.Verdict == "unknown" {
		return "unknown: " + t.Missing
	}
	return t.Verdict + ": " + t.Outcome
}

// Tally counts comparisons of traces with what really happened.
type Tally struct{ Compared, Decided, Allowed, Wrong int }

// tally is what the whole run has compared; TestMain prints it.
var tally Tally

func (t *Tally) String() string {
	undecided := t.Compared - t.Decided
	rate := 0.0
	if t.Compared > 0 {
		rate = 100 * float64(undecided) / float64(t.Compared)
	}
	return fmt.Sprintf("%d traces compared, %d decided (%d allowed), %d wrong, %.1f%% undecided", t.Compared, t.Decided, t.Allowed, t.Wrong, rate)
}

// traceable says that a trace has words for a request and knows all that decides about it.
func (l *Lab) traceable(r Request) bool {
	_, err := parseTarget(r.URL)
	if err != nil || r.Direct != nil || r.Raw != "" || r.Authority != "" || r.Connection != "" ||
		r.SNI != "" || r.Address != "" || r.Body != "" || r.BodySize > 0 {
		return false
	}
	// the certificate and the manners of a host, and an impostor at a gateway, are nobody's objects
	for _, origin := range l.Case.Origins {
		if origin != (OriginSpec{}) {
			return false
		}
	}
	for _, spec := range l.Case.Gateways {
		if spec.Identity != "" {
			return false
		}
	}
	return true
}

// Trace asks the program about requests, over the objects that are on the mesh now. With dates the objects say when they were created.
func (l *Lab) Trace(requests []Request, dated bool) (map[int]Traced, error) {
	out := map[int]Traced{}
	for _, capture := range []bool{false, true} {
		var indices []int
		for i, request := range requests {
			if l.traceable(request) && l.World.Client(request.From).DNSCapture == capture {
				indices = append(indices, i)
			}
		}
		if len(indices) == 0 {
			continue
		}
		answers, err := l.traceFor(requests, indices, capture, dated)
		if err != nil {
			return nil, err
		}
		for n, i := range indices {
			out[i] = answers[n]
		}
	}
	return out, nil
}

func (l *Lab) traceFor(requests []Request, indices []int, capture, dated bool) ([]Traced, error) {
	folder, err := os.MkdirTemp(l.folder, "trace")
	if err != nil {
		return nil, err
	}
	objects, err := l.objectsFile(dated)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"objects.yaml": objects, "mesh.yaml": l.meshFile(capture), "expectations.yaml": l.expectationsFile(requests, indices)}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o600); err != nil {
			return nil, err
		}
	}
	command := exec.Command(programUnderTest(), "check", "--output", "json", folder)
	text, err := command.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		err = nil
	}
	var report struct {
		Expectations []Traced `json:"expectations"`
	}
	if err == nil {
		err = json.Unmarshal(text, &report)
	}
	if err == nil && len(report.Expectations) != len(indices) {
		err = fmt.Errorf("%d of %d requests were traced", len(report.Expectations), len(indices))
	}
	return report.Expectations, err
}

// objectsFile writes the objects as they are on the mesh; what the program compiled is read back as somebody's objects.
func (l *Lab) objectsFile(dated bool) ([]byte, error) {
	var parts []string
	for i, part := range splitDocuments(l.Stream) {
		var object map[string]any
		if err := yaml.Unmarshal(part, &object); err != nil {
			return nil, err
		}
		metadata, _ := object["metadata"].(map[string]any)
		delete(metadata, "creationTimestamp")
		if dated {
			metadata["creationTimestamp"] = l.Objects[i].CreationTimestamp.UTC().Format(time.RFC3339)
		}
		parts = append(parts, string(must(yaml.Marshal(object))))
	}
	// a label that Istio's own gateways lack must be seen to be known
	for _, gateway := range l.World.Gateways {
		if gateway.TLSMode == "istio" {
			parts = append(parts, string(must(yaml.Marshal(gateway.pod()))))
		}
	}
	return []byte(strings.Join(parts, "---\n")), nil
}

func (l *Lab) meshFile(capture bool) []byte {
	policy := l.World.Mesh.OutboundTrafficPolicy
	if policy == "" {
		policy = "REGISTRY_ONLY"
	}
	hosts := []map[string]any{}
	for _, host := range sortedKeys(l.World.Addresses) {
		if addresses := l.World.Addresses[host]; len(addresses) > 0 {
			hosts = append(hosts, map[string]any{"host": host, "addresses": addresses})
		}
	}
	version := l.World.Mesh.IstioVersion
	if version == "" || capture { // the addresses that the suite allocates are those of an Istio that does
		version = "1.30.0"
	}
	return must(yaml.Marshal(map[string]any{
		"apiVersion": "sallyport.dev/v1alpha1", "kind": "Mesh", "metadata": map[string]any{"name": "default"},
		"spec": map[string]any{
			"outboundTrafficPolicy": policy, "dnsCapture": capture, "istioVersion": version,
			"gateways": l.World.Gateways, "hosts": hosts,
		},
	}))
}

func (l *Lab) expectationsFile(requests []Request, indices []int) []byte {
	cases := []map[string]any{}
	for _, i := range indices {
		request := requests[i]
		client := l.World.Client(request.From)
		to, _ := parseTarget(request.URL)
		spec := map[string]any{}
		if to.scheme == "tcp" {
			spec["tcp"] = net.JoinHostPort(to.host, strconv.Itoa(to.port))
		} else {
			spec["url"] = fmt.Sprintf("%s://%s:%d%s", to.scheme, to.host, to.port, to.path)
			if to.port == 80 && to.scheme == "http" || to.port == 443 && to.scheme == "https" {
				spec["url"] = to.scheme + "://" + to.host + to.path
			}
		}
		if request.Method != "" {
			spec["method"] = request.Method
		}
		headers := to.ownHeaders()
		if to.grpc {
			spec["method"] = http.MethodPost
		}
		for _, header := range request.Headers {
			name, value, _ := strings.Cut(header, ":")
			headers[name] = strings.TrimSpace(value)
		}
		if len(headers) > 0 {
			spec["headers"] = headers
		}
		labels := client.Labels
		if labels == nil {
			labels = map[string]string{}
		}
		cases = append(cases, map[string]any{
			"name":    strconv.Itoa(i),
			"from":    map[string]any{"namespace": client.Namespace, "labels": labels, "serviceAccount": client.ServiceAccount},
			"request": spec, "expect": map[string]any{"verdict": "any"},
		})
	}
	return must(yaml.Marshal(map[string]any{
		"apiVersion": "sallyport.dev/v1alpha1", "kind": "Expectations", "metadata": map[string]any{"name": "asked"},
		"spec": map[string]any{"cases": cases},
	}))
}

// ownHeaders are those by which a proxy tells gRPC and WebSockets from other requests.
func (t target) ownHeaders() map[string]string {
	switch {
	case t.scheme != "http":
	case t.grpc:
		return map[string]string{"content-type": "application/grpc", "te": "trailers"}
	case t.socket:
		return map[string]string{"connection": "Upgrade", "upgrade": "websocket"}
	}
	return map[string]string{}
}

// compareTrace says how a decided trace differs from what happened; nothing where it does not, or decides nothing.
func (l *Lab) compareTrace(r Request, traced Traced, out Outcome) string {
	tally.Compared++
	if traced.Verdict == "unknown" {
		return ""
	}
	tally.Decided++
	complain := func(text string) string {
		tally.Wrong++
		return fmt.Sprintf("the trace says %s, but %s: %s%s", traced, text, out, l.explain(out))
	}
	reached := false
	for _, visit := range out.Visits {
		reached = reached || visit.Protocol != ""
	}
	allowed := traced.Verdict == "allowed"
	if allowed {
		tally.Allowed++
	}
	if allowed != (reached && (out.Status == 200 && strings.Trim(out.GRPC, "0") == "" || out.Status == 101)) {
		return complain("the mesh does otherwise")
	}
	if allowed {
		for _, visit := range out.Visits {
			caller := l.World.NameOf(visit.Source)
			if l.World.Gateway(caller) == nil {
				caller = ""
			}
			if visit.Protocol != "" && caller != traced.Gateway {
				return complain(fmt.Sprintf("via %q, not %q", caller, traced.Gateway))
			}
			if visit.Protocol != "" && visit.At != anywhere && !strings.Contains(traced.Outcome, ", or ") && !strings.HasSuffix(traced.Outcome, " "+visit.At) {
				return complain("it reached " + visit.At)
			}
		}
		return ""
	}
	isStream := strings.HasPrefix(r.URL, "tcp:")
	switch {
	case strings.Contains(traced.Outcome, "a certificate of the mesh") && strings.HasPrefix(out.Problem, "untrusted certificate"):
	case traced.Status == nil && out.Status == 0 && out.Closed: // whatever else the outcome says
	case strings.Contains(traced.Outcome, ", or "), isStream: // a proxy that expects HTTP tells a stream so before it closes
	case traced.Status != nil && *traced.Status != out.Status:
		return complain("with another status")
	case traced.Status == nil && (!out.Closed || out.Status != 0):
		return complain("the connection is not closed")
	}
	return ""
}
