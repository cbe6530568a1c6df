// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bytes"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"istio.io/istio/pkg/config"
	"sigs.k8s.io/yaml"
)

var quietLog = log.New(discard{}, "", 0)

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// Lab is one case at work: its world, its internet and the proxies between them.
type Lab struct {
	Case     *Case
	World    *World
	Internet *Internet
	Objects  []config.Config // on the mesh now
	Stream   []byte          // the same as text
	Said     []string        // by webhook, schemas and analyzers

	owner    testing.TB // outlives the states; proxies end with it
	block    *AddressBlock
	envoys   map[string]*Envoy
	births   ages
	caller   *caller
	folder   string
	findings string
}

// repositoryRoot is where the paths of case files start.
func repositoryRoot() string {
	if root := os.Getenv("SALLYPORT_ROOT"); root != "" {
		return root
	}
	return must(filepath.Abs("../.."))
}

// programUnderTest is the compiler whose output goes onto the mesh.
func programUnderTest() string {
	if path := os.Getenv("SALLYPORT_PROGRAM"); path != "" {
		return path
	}
	return filepath.Join(repositoryRoot(), "build", "dev", "sallyport")
}

// envoyBinary is the proxy that the script beside these files has installed.
func envoyBinary() (string, error) {
	path := filepath.Join(repositoryRoot(), "build", "mesh", "envoy")
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("there is no Envoy; tests/mesh/prepare installs it: %w", err)
	}
	return path, nil
}

// NewLab prepares a case; nothing runs yet.
func NewLab(t testing.TB, c *Case) *Lab {
	block := NewAddressBlock(t)
	var streams [][]byte
	for _, state := range c.States {
		text, err := state.documents()
		if err != nil {
			t.Fatal(err)
		}
		streams = append(streams, text...)
	}
	world, err := NewWorld(c, block, streams...)
	if err != nil {
		t.Fatal(err)
	}
	l := &Lab{
		Case: c, World: world, owner: t, block: block, births: ages{}, envoys: map[string]*Envoy{}, folder: t.TempDir(),
		Internet: NewInternet(t, block, c.Origins), caller: &caller{world: world, held: map[string]*heldConnection{}},
	}
	t.Cleanup(func() {
		for _, held := range l.caller.held {
			held.close()
		}
	})
	return l
}

func (s State) documents() ([][]byte, error) {
	var out [][]byte
	for _, file := range s.Files {
		text, err := os.ReadFile(filepath.Join(repositoryRoot(), file))
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return append(out, []byte(s.Policy)), nil
}

// Enter brings a state onto the mesh: compile, let Istio judge, let istiod configure, let the proxies take it.
func (l *Lab) Enter(t testing.TB, state State) {
	stream, err := l.compile(state)
	if err != nil {
		t.Fatal(err)
	}
	if stream, err = applyChanges(stream, state.Change); err != nil {
		t.Fatal(err)
	}
	l.Stream = append(append(stream, "\n---\n"...), state.Istio...)
	if l.Objects, err = parseObjects(l.Stream, l.births.of); err != nil {
		t.Fatal(err)
	}
	l.Said = Validate(t, l.World, l.Stream, l.Objects)
	if err := l.takeObjects(t, !state.WhileDraining); err != nil {
		t.Fatal(err)
	}
}

// takeObjects lets istiod configure the proxies for the objects and waits until they run that, and, unless told otherwise, nothing older.
func (l *Lab) takeObjects(t testing.TB, drained bool) error {
	configs, vips := Compute(t, l.World, l.Objects)
	l.caller.vips = vips
	if folder := os.Getenv("DUMP"); folder != "" {
		for _, config := range configs {
			if err := config.Dump(folder); err != nil {
				return err
			}
		}
	}
	if err := l.configure(configs); err != nil || !drained {
		return err
	}
	for _, envoy := range l.envoys {
		if err := envoy.AwaitDrained(); err != nil {
			return err
		}
	}
	return nil
}

// configure starts the proxies the first time and changes them afterwards, gateways before sidecars.
func (l *Lab) configure(configs map[string]ProxyConfig) error {
	binary, err := envoyBinary()
	if err != nil {
		return err
	}
	var names []string
	for _, gateway := range l.World.Gateways {
		names = append(names, gateway.Name)
	}
	for _, client := range l.World.Clients {
		names = append(names, client.Name)
	}
	for _, name := range names {
		if envoy := l.envoys[name]; envoy != nil {
			if err := envoy.Update(configs[name]); err != nil {
				return err
			}
			continue
		}
		a, err := l.adapter(name)
		if err != nil {
			return err
		}
		if l.envoys[name], err = StartEnvoy(l.owner, binary, a, configs[name]); err != nil {
			return err
		}
	}
	return nil
}

func (l *Lab) adapter(name string) (adapter, error) {
	folder := filepath.Join(l.folder, name)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return adapter{}, err
	}
	a := adapter{folder: folder, internet: l.Internet, block: l.block}
	if client := l.World.Client(name); client != nil {
		a.ip = client.IP
		a.certificates = writeCertificates(folder, meshAuthority().Workload(client.Namespace, client.ServiceAccount))
		return a, nil
	}
	gateway := l.World.Gateway(name)
	namespace, account, _ := strings.Cut(gateway.Identity, "/")
	a.ip = gateway.IP
	a.certificates = writeCertificates(folder, meshAuthority().Workload(namespace, account))
	return a, nil
}

// compile runs the program under test on the state's policy.
func (l *Lab) compile(state State) ([]byte, error) {
	l.findings = ""
	if len(state.Files) == 0 && strings.TrimSpace(state.Policy) == "" {
		return nil, nil
	}
	binary := programUnderTest()
	arguments := []string{"compile"}
	for _, file := range state.Files {
		arguments = append(arguments, filepath.Join(repositoryRoot(), file))
	}
	if strings.TrimSpace(state.Policy) != "" {
		path := filepath.Join(l.folder, "policy.yaml")
		if err := os.WriteFile(path, []byte(state.Policy), 0o600); err != nil {
			return nil, err
		}
		arguments = append(arguments, path)
	}
	var stdout, stderr bytes.Buffer
	command := exec.Command(binary, arguments...)
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	l.findings = stderr.String()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 && len(state.Findings) > 0 {
		err = nil
	} else if err == nil && len(state.Findings) > 0 && state.Findings[0] != "" {
		return nil, fmt.Errorf("the compiler accepts what should be %v", state.Findings)
	}
	if err != nil {
		return nil, fmt.Errorf("sallyport %s: %w\n%s", strings.Join(arguments, " "), err, l.findings)
	}
	for _, code := range state.Findings {
		if !strings.Contains(l.findings, code) {
			return nil, fmt.Errorf("the compiler does not say %s but: %s", code, l.findings)
		}
	}
	return stdout.Bytes(), nil
}

// Unexpected are the control plane's messages that the state does not allow, and allowed codes that nobody said.
func (l *Lab) Unexpected(state State) []string {
	var out []string
	used := map[string]bool{}
	for _, message := range l.Said {
		allowed := false
		for _, a := range state.Allow {
			if strings.Contains(message, a.Code) {
				allowed, used[a.Code] = true, true
			}
		}
		if !allowed {
			out = append(out, message)
		}
	}
	for _, a := range state.Allow {
		if !used[a.Code] {
			out = append(out, "nobody said "+a.Code+", which this case allows")
		}
	}
	return out
}

// Ask makes a request and gathers what everybody saw of it.
func (l *Lab) Ask(r Request) Outcome {
	for _, envoy := range l.envoys {
		envoy.NewLines()
	}
	mark := l.Internet.Mark()
	out := l.caller.Do(r)
	// a stream is written down when it ends, so one that is kept open cannot be waited for
	keepsOpen := r.Connection != ""
	patience := 2 * time.Second
	if r.hurried {
		patience = 50 * time.Millisecond
	}
	for deadline := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		for _, name := range sortedKeys(l.envoys) {
			out.Lines = append(out.Lines, l.envoys[name].NewLines()...)
		}
		bySidecar := r.Direct != nil || wroteDown(out, func(line LogLine) bool { return line.Proxy == r.From })
		byGateway := !served(r.Expect, out) || r.Expect.Via == "direct" || wroteDown(out, l.gatewayRoute)
		explained := r.Expect.Because == "" || l.mentions(out, r.Expect.Because)
		if keepsOpen || bySidecar && byGateway && explained || time.Now().After(deadline) {
			break
		}
	}
	if !served(r.Expect, out) {
		time.Sleep(20 * time.Millisecond) // what must not arrive gets a moment to arrive
	}
	out.Visits = l.Internet.Since(mark)
	return out
}

func wroteDown(out Outcome, is func(LogLine) bool) bool { return slices.ContainsFunc(out.Lines, is) }

// gatewayRoute says that a gateway sent something on to a host.
func (l *Lab) gatewayRoute(line LogLine) bool {
	return l.World.Gateway(line.Proxy) != nil && line.Text["cluster"] != ""
}

// applyChanges puts a negative control's faults into the compiled objects; each must find its place.
func applyChanges(stream []byte, changes []Change) ([]byte, error) {
	parts := splitDocuments(stream)
	for _, change := range changes {
		found := false
		for i, part := range parts {
			var object struct {
				Kind     string `json:"kind"`
				Metadata struct {
					Namespace string `json:"namespace"`
					Name      string `json:"name"`
				} `json:"metadata"`
			}
			if err := yaml.Unmarshal(part, &object); err != nil {
				return nil, err
			}
			name := object.Kind + " " + object.Metadata.Namespace + "/" + object.Metadata.Name
			if strings.HasPrefix(name, change.In) && bytes.Contains(part, []byte(change.Old)) {
				parts[i], found = bytes.ReplaceAll(part, []byte(change.Old), []byte(change.New)), true
			}
		}
		if !found {
			return nil, fmt.Errorf("no object %s holds %q", change.In, change.Old)
		}
	}
	return bytes.Join(parts, []byte("\n---\n")), nil
}
