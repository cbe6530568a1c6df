// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"google.golang.org/protobuf/encoding/protojson"
)

// Envoy is one running proxy. It reads its configuration from files, so that a state follows another in the same
// process, as on a mesh: connections live on, listeners drain, routes change under open connections.
type Envoy struct {
	Name    string
	folder  string
	ip      string
	process *os.Process
	exited  chan struct{}
	adapter adapter
	current EnvoyFiles
	logged  int64
}

const adminPort = 15000

// StartEnvoy runs a proxy with its first configuration.
func StartEnvoy(t testing.TB, binary string, a adapter, config ProxyConfig) (*Envoy, error) {
	e := &Envoy{Name: config.Name, folder: a.folder, ip: a.ip, adapter: a, exited: make(chan struct{})}
	files, err := a.files(config)
	if err != nil {
		return nil, err
	}
	if err := e.write(files); err != nil {
		return nil, err
	}
	if err := os.WriteFile(e.path("bootstrap.json"), e.bootstrap(), 0o600); err != nil {
		return nil, err
	}
	command := exec.Command(binary, "-c", e.path("bootstrap.json"), "--disable-hot-restart", "--concurrency", "1",
		"--log-level", "warning", "--component-log-level", "misc:error,main:error", "--file-flush-interval-msec", "10", "--drain-time-s", "1", "--drain-strategy", "immediate")
	if command.Stdout, err = os.Create(e.path("stdout")); err != nil {
		return nil, err
	}
	if command.Stderr, err = os.Create(e.path("stderr")); err != nil {
		return nil, err
	}
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := spawn(command); err != nil {
		return nil, err
	}
	e.process = command.Process
	go func() {
		_ = command.Wait()
		close(e.exited)
	}()
	t.Cleanup(e.stop)
	return e, e.await(files)
}

// spawn starts processes from one thread that lives as long as the suite: an Envoy dies with the thread that started it.
func spawn(command *exec.Cmd) error {
	spawnerStart.Do(func() {
		go func() {
			runtime.LockOSThread()
			for start := range spawner {
				start()
			}
		}()
	})
	result := make(chan error)
	spawner <- func() { result <- command.Start() }
	return <-result
}

var (
	spawner      = make(chan func())
	spawnerStart sync.Once
)

func (e *Envoy) stop() {
	_ = e.process.Kill()
	<-e.exited
}

func (e *Envoy) path(name string) string { return filepath.Join(e.folder, name) }

func (e *Envoy) bootstrap() []byte {
	source := func(name string) map[string]any {
		return map[string]any{"resource_api_version": "V3", "path_config_source": map[string]any{"path": e.path(name)}}
	}
	return must(json.MarshalIndent(map[string]any{
		"node":  map[string]any{"id": e.Name, "cluster": e.Name},
		"admin": map[string]any{"address": map[string]any{"socket_address": map[string]any{"address": e.ip, "port_value": adminPort}}},
		"layered_runtime": map[string]any{"layers": []any{map[string]any{"name": "istio", "static_layer": map[string]any{
			// what Istio's own bootstrap sets and these configurations can meet
			"re2.max_program_size.error_level": 32768,
			"envoy.deprecated_features:envoy.config.listener.v3.Listener.hidden_envoy_deprecated_use_original_dst": true,
			"envoy.reloadable_features.http_reject_path_with_fragment":                                             false,
		}}}},
		"dynamic_resources": map[string]any{"cds_config": source("cds.pb"), "lds_config": source("lds.pb")},
		// an address of its own for each proxy: who is called knows who calls
		"cluster_manager": map[string]any{"upstream_bind_config": map[string]any{
			"source_address": map[string]any{"address": e.ip, "port_value": 0}}},
	}, "", "  "))
}

// write puts the files in place, new route tables before the listeners that ask for them.
func (e *Envoy) write(files EnvoyFiles) error {
	for _, name := range sortedKeys(files.Routes) {
		if err := replace(routeFile(e.folder, name), e.current.Routes[name], files.Routes[name]); err != nil {
			return err
		}
	}
	if err := replace(e.path("cds.pb"), e.current.Clusters, files.Clusters); err != nil {
		return err
	}
	if err := replace(e.path("lds.pb"), e.current.Listeners, files.Listeners); err != nil {
		return err
	}
	e.current = files
	return nil
}

// replace moves a new file over the old one: Envoy watches for moves.
func replace(path string, before, after []byte) error {
	if bytes.Equal(before, after) {
		return nil
	}
	if err := os.WriteFile(path+".new", after, 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

// Update gives a running proxy its next configuration, in istiod's order: clusters, listeners, routes.
func (e *Envoy) Update(config ProxyConfig) error {
	files, err := e.adapter.files(config)
	if err != nil {
		return err
	}
	// a listener may ask for a route table that is not there yet; one that is there changes last
	routes := map[string][]byte{}
	for name, table := range files.Routes {
		routes[name] = table
		if before, known := e.current.Routes[name]; known {
			routes[name] = before
		}
	}
	for _, step := range []EnvoyFiles{
		{Clusters: files.Clusters, Listeners: e.current.Listeners, Routes: routes},
		{Clusters: files.Clusters, Listeners: files.Listeners, Routes: routes},
		files,
	} {
		if err := e.write(step); err != nil {
			return err
		}
		if err := e.await(step); err != nil {
			return err
		}
	}
	return nil
}

// await returns when the proxy runs exactly these files, or with its own words when it refuses them.
func (e *Envoy) await(files EnvoyFiles) error {
	var missing string
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		select {
		case <-e.exited:
			return fmt.Errorf("%s: the proxy ended: %s", e.Name, e.complaint())
		default:
		}
		stats, err := e.stats()
		if err != nil {
			missing = err.Error()
			continue
		}
		if stats["cluster_manager.cds.update_rejected"] != "0" || stats["listener_manager.lds.update_rejected"] != "0" {
			return fmt.Errorf("%s: the proxy refuses its configuration: %s", e.Name, e.complaint())
		}
		if missing = lacking(stats, files); missing == "" {
			return nil
		}
	}
	return fmt.Errorf("%s: the proxy is not ready after a minute, waiting for %s: %s", e.Name, missing, e.complaint())
}

// AwaitDrained returns when no connection runs on a listener of an earlier configuration any more.
func (e *Envoy) AwaitDrained() error {
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		stats, err := e.stats()
		if err == nil && stats["listener_manager.total_filter_chains_draining"] == "0" && stats["listener_manager.total_listeners_draining"] == "0" {
			return nil
		}
	}
	return fmt.Errorf("%s: listeners of an earlier state do not end", e.Name)
}

// lacking names what has not arrived yet.
func lacking(stats map[string]string, files EnvoyFiles) string {
	wanted := map[string]string{
		"cluster_manager.cds.version_text":         versionOf(files.Clusters),
		"listener_manager.lds.version_text":        versionOf(files.Listeners),
		"cluster_manager.warming_clusters":         "0",
		"listener_manager.total_listeners_warming": "0",
		"listener_manager.workers_started":         "1",
	}
	for name, value := range wanted {
		if stats[name] != value {
			return fmt.Sprintf("%s = %s (is %q)", name, value, stats[name])
		}
	}
	for stat, value := range stats {
		_, rest, isRoute := strings.Cut(stat, ".rds.")
		name, isVersion := strings.CutSuffix(rest, ".version_text")
		if table, known := files.Routes[name]; isRoute && isVersion && known && value != versionOf(table) {
			return "routes " + name
		}
	}
	return ""
}

var adminClient = &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}

// Admin asks the proxy's administration endpoint.
func (e *Envoy) Admin(path string) (string, error) {
	answer, err := adminClient.Get(fmt.Sprintf("http://%s:%d%s", e.ip, adminPort, path))
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return string(body), err
}

func (e *Envoy) stats() (map[string]string, error) {
	text, err := e.Admin("/stats?filter=(version_text|update_rejected|warming|warming_clusters|draining|workers_started)$")
	if err != nil {
		return nil, err
	}
	stats := map[string]string{}
	for _, line := range strings.Split(text, "\n") {
		if name, value, ok := strings.Cut(line, ": "); ok {
			stats[name] = strings.Trim(value, `"`)
		}
	}
	return stats, nil
}

// complaint is the end of what the proxy wrote about itself.
func (e *Envoy) complaint() string {
	text, _ := os.ReadFile(e.path("stderr"))
	if len(text) > 3000 {
		text = text[len(text)-3000:]
	}
	return strings.TrimSpace(string(text))
}

// LogLine is one entry of a proxy's access log.
type LogLine struct {
	Proxy string
	Code  int
	Text  map[string]string
}

// NewLines gives the log entries since the last call.
func (e *Envoy) NewLines() []LogLine {
	file, err := os.Open(e.path("stdout"))
	if err != nil {
		return nil
	}
	defer file.Close()
	if _, err := file.Seek(e.logged, io.SeekStart); err != nil {
		return nil
	}
	data, _ := io.ReadAll(file)
	end := bytes.LastIndexByte(data, '\n') + 1
	e.logged += int64(end)
	var out []LogLine
	for _, line := range bytes.Split(data[:end], []byte("\n")) {
		values := map[string]any{}
		if json.Unmarshal(line, &values) != nil {
			continue
		}
		entry := LogLine{Proxy: e.Name, Text: map[string]string{}}
		for key, value := range values {
			if value != nil {
				entry.Text[key] = fmt.Sprint(value)
			}
		}
		entry.Code, _ = strconv.Atoi(entry.Text["code"])
		out = append(out, entry)
	}
	return out
}

// Dump writes what istiod computed, for a person to read.
func (c ProxyConfig) Dump(folder string) error {
	marshal := protojson.MarshalOptions{Multiline: true, Indent: "  "}
	for _, l := range c.Listeners {
		name := strings.NewReplacer("/", "_", ":", "_").Replace(l.Name)
		if err := os.WriteFile(filepath.Join(folder, c.Name+"-listener-"+name+".json"), []byte(marshal.Format(l)), 0o600); err != nil {
			return err
		}
	}
	for _, r := range c.Routes {
		name := strings.NewReplacer("/", "_", ":", "_").Replace(r.Name)
		if err := os.WriteFile(filepath.Join(folder, c.Name+"-routes-"+name+".json"), []byte(marshal.Format(r)), 0o600); err != nil {
			return err
		}
	}
	var all strings.Builder
	for _, cl := range c.Clusters {
		all.WriteString(marshal.Format(cl) + "\n")
	}
	for _, e := range c.Endpoints {
		all.WriteString(marshal.Format(e) + "\n")
	}
	return os.WriteFile(filepath.Join(folder, c.Name+"-clusters.json"), []byte(all.String()), 0o600)
}
