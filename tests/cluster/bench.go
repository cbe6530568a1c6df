// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// bench measures Sallyport beside kubectl on one server, in turns, with sets of about as many objects as asked for, and prints rows of a
// table: size, what, wall seconds, CPU seconds, peak memory. The server's floor is the bare requests over six connections.
type bench struct {
	server  *server
	program string
	folder  string
	runs    int
	order   []string
	rows    map[string][]sample
}

type sample struct {
	wall, cpu float64
	memory    int64 // KiB
}

func benchmark(s *server, program string, sizes []int, runs int) {
	// admission webhooks are a cluster's own affair
	must(s.kubectl("admin", "", "delete", "validatingwebhookconfiguration,validatingadmissionpolicybinding", "--all"))
	for _, size := range sizes {
		b := &bench{server: s, program: program, folder: s.path("bench"), runs: runs, rows: map[string][]sample{}}
		check(os.MkdirAll(b.folder, 0o700))
		b.set(size)
	}
}

// benchPolicy is a policy of HTTP hosts in one namespace; the last `changed` of them are asked for on another port.
func benchPolicy(hosts, changed int) string {
	var text strings.Builder
	text.WriteString("apiVersion: istio.alibabacloud.com/v1beta1\nkind: ASMEgressTrafficPolicy\n" +
		"metadata: {name: egress-by-egressgateway-a, namespace: istio-egress}\nspec:\n  byEgressGateway: {name: egressgateway-a}\n" +
		"  egressRules:\n  - from: [{namespace: mytest, workloadSelector: {app: client}}]\n    to:\n")
	for i := range hosts {
		port := 80
		if i >= hosts-changed {
			port = 8080
		}
		fmt.Fprintf(&text, "    - hosts: [api-%d.example.com]\n      port: {number: %d, protocol: HTTP}\n", i, port)
	}
	return text.String()
}

func (b *bench) set(size int) {
	hosts := (size - 2) / 4
	policy, objects, count := b.written("same", benchPolicy(hosts, 0))
	changedPolicy, changedObjects, _ := b.written("changed", benchPolicy(hosts, 2))
	bodies := splitObjects(string(must(os.ReadFile(objects))))
	b.expect(0, "", b.kubectl("delete", "--wait=false", "--ignore-not-found", "-f", objects))
	for range b.runs + 1 {
		b.expect(0, "create|kubectl apply --server-side", b.kubectl("apply", "--server-side", "-f", objects))
		b.expect(0, "unchanged|kubectl apply --server-side", b.kubectl("apply", "--server-side", "-f", objects))
		b.expect(0, "plan, unchanged|kubectl diff --server-side", b.kubectl("diff", "--server-side", "-f", objects))
		b.expect(1, "plan, a few changed|kubectl diff --server-side", b.kubectl("diff", "--server-side", "-f", changedObjects))
		b.expect(0, "delete|kubectl delete --wait=false", b.kubectl("delete", "--wait=false", "-f", objects))
		b.expect(0, "create|sallyport apply", b.sallyport("apply", policy, "--yes", "--pause", "0"))
		b.expect(0, "unchanged|sallyport apply", b.sallyport("apply", policy, "--yes", "--pause", "0"))
		b.expect(0, "plan, unchanged|sallyport plan", b.sallyport("plan", policy))
		b.expect(1, "plan, a few changed|sallyport plan", b.sallyport("plan", changedPolicy))
		b.expect(0, "delete|sallyport delete", b.sallyport("delete", policy, "--yes", "--pause", "0"))
		b.floor("create|the server's floor", "PATCH", bodies)
		b.floor("unchanged|the server's floor", "PATCH", bodies)
		b.floor("delete|the server's floor", "DELETE", bodies)
	}
	for _, what := range b.order {
		name, program, _ := strings.Cut(what, "|")
		samples := b.rows[what][1:] // the first warms the caches
		slices.SortFunc(samples, func(x, y sample) int { return int(1e6 * (x.wall - y.wall)) })
		middle := samples[len(samples)/2]
		memory := slices.MaxFunc(samples, func(x, y sample) int { return int(x.memory - y.memory) }).memory
		process := "|" // of requests that we make ourselves nothing is known
		if memory > 0 {
			process = fmt.Sprintf("%.2f s|%d MiB", middle.cpu, memory/1024)
		}
		fmt.Printf("%d objects|%s: %s|%.2f s|%s\n", count, name, program, middle.wall, process)
	}
}

// written puts a policy and what it compiles to into files.
func (b *bench) written(name, policy string) (policyPath, objectsPath string, count int) {
	policyPath, objectsPath = filepath.Join(b.folder, name+".yaml"), filepath.Join(b.folder, name+"-objects.yaml")
	check(os.WriteFile(policyPath, []byte(policy), 0o600))
	objects := must(exec.Command(b.program, "compile", policyPath).Output())
	check(os.WriteFile(objectsPath, objects, 0o600))
	return policyPath, objectsPath, len(splitObjects(string(objects)))
}

func splitObjects(text string) []string {
	return strings.Split(strings.TrimPrefix(text, "---\n"), "\n---\n")
}

func (b *bench) kubectl(arguments ...string) *exec.Cmd {
	return exec.Command(filepath.Join(b.server.assets, "kubectl"), arguments...)
}

func (b *bench) sallyport(arguments ...string) *exec.Cmd {
	return exec.Command(b.program, arguments...)
}

// expect runs a command, which must end with the status, and notes what it took under a name; "" notes nothing.
func (b *bench) expect(status int, what string, command *exec.Cmd) {
	command.Env = append(os.Environ(), "KUBECONFIG="+b.server.kubeconfig("admin"), "XDG_STATE_HOME="+b.folder, "HOME="+b.folder)
	var output bytes.Buffer
	command.Stdout, command.Stderr = &output, &output
	begin := time.Now()
	_ = command.Run()
	wall := time.Since(begin).Seconds()
	if command.ProcessState.ExitCode() != status {
		panic(fmt.Sprintf("%v: %v\n%.2000s", command.Args, command.ProcessState, output.String()))
	}
	usage := command.ProcessState.SysUsage().(*syscall.Rusage)
	b.note(what, sample{wall, (command.ProcessState.UserTime() + command.ProcessState.SystemTime()).Seconds(), usage.Maxrss})
}

func (b *bench) note(what string, s sample) {
	if what == "" {
		return
	}
	if b.rows[what] == nil {
		b.order = append(b.order, what)
	}
	b.rows[what] = append(b.rows[what], s)
}

var (
	objectKind      = regexp.MustCompile(`(?m)^kind: (\S+)`)
	objectVersion   = regexp.MustCompile(`(?m)^apiVersion: (\S+)`)
	objectName      = regexp.MustCompile(`(?m)^  name: (\S+)`)
	objectNamespace = regexp.MustCompile(`(?m)^  namespace: (\S+)`)
)

func urlOf(object string) string {
	first := func(form *regexp.Regexp) string { return form.FindStringSubmatch(object)[1] }
	kind := strings.ToLower(first(objectKind))
	plural := strings.TrimSuffix(kind, "y") + map[bool]string{true: "ies", false: "s"}[strings.HasSuffix(kind, "try") || strings.HasSuffix(kind, "cy")]
	if strings.HasSuffix(kind, "ay") {
		plural = kind + "s"
	}
	return fmt.Sprintf("/apis/%s/namespaces/%s/%s/%s?fieldManager=floor&force=true", first(objectVersion), first(objectNamespace), plural, first(objectName))
}

// floor sends one bare request per object over six connections, and nothing else.
func (b *bench) floor(what, verb string, objects []string) {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(must(os.ReadFile(b.server.path("ca.crt"))))
	certificate := must(tls.LoadX509KeyPair(b.server.path("admin.crt"), b.server.path("admin.key")))
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, Certificates: []tls.Certificate{certificate}}, MaxIdleConnsPerHost: 6}
	defer transport.CloseIdleConnections()
	queue := make(chan string)
	var workers sync.WaitGroup
	begin := time.Now()
	for range 6 {
		workers.Go(func() {
			for object := range queue {
				request := must(http.NewRequest(verb, b.server.url+urlOf(object), strings.NewReader(map[string]string{"PATCH": object}[verb])))
				request.Header.Set("Content-Type", map[string]string{"PATCH": "application/apply-patch+yaml", "DELETE": "application/json"}[verb])
				answer := must(transport.RoundTrip(request))
				_, _ = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
				if answer.StatusCode >= 300 {
					panic(fmt.Sprintf("%s %s: %s", verb, request.URL, answer.Status))
				}
			}
		})
	}
	for _, object := range objects {
		queue <- object
	}
	close(queue)
	workers.Wait()
	b.note(what, sample{wall: time.Since(begin).Seconds()})
}
