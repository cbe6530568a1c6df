// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// server is a kube-apiserver with its etcd, both on loopback, and the users that know it. It ends with this process.
type server struct {
	folder    string
	assets    string // the folder of etcd, kube-apiserver, kubectl
	url       string
	token     string // bob's
	authority *authority
	processes []*exec.Cmd
	webhook   *webhook
}

// startServer starts everything in an empty folder and returns once requests are answered.
func startServer(folder, assets string) (s *server, err error) {
	s = &server{folder: folder, assets: assets, token: randomToken()}
	defer func() {
		if err != nil {
			s.stop()
		}
	}()
	ca := newAuthority(folder)
	s.authority = ca
	ca.issue("server", pkix.Name{CommonName: "server"}, x509.ExtKeyUsageServerAuth)
	ca.issue("admin", pkix.Name{CommonName: "admin", Organization: []string{"system:masters"}}, x509.ExtKeyUsageClientAuth)
	ca.issue("alice", pkix.Name{CommonName: "alice"}, x509.ExtKeyUsageClientAuth)
	issueSigningKey(folder)
	tokens := fmt.Sprintf("%s,bob,bob,\"\"\n%s,carol,carol,\"\"\n", s.token, randomToken())
	check(os.WriteFile(s.path("tokens.csv"), []byte(tokens), 0o600))
	etcdPort, peerPort, port := freePort(), freePort(), freePort()
	s.url = fmt.Sprintf("https://127.0.0.1:%d", port)
	s.writeKubeconfigs()
	if err = s.run("etcd", etcdArguments(s.path("etcd"), etcdPort, peerPort)); err != nil {
		return s, err
	}
	if err = s.run("kube-apiserver", s.apiserverArguments(etcdPort, port)); err != nil {
		return s, err
	}
	if err = s.waitUntilReady(60 * time.Second); err != nil {
		return s, err
	}
	return s, s.populate()
}

func etcdArguments(data string, port, peerPort int) []string {
	check(os.Mkdir(data, 0o700))
	client, peer := fmt.Sprintf("http://127.0.0.1:%d", port), fmt.Sprintf("http://127.0.0.1:%d", peerPort)
	return []string{
		"--data-dir=" + data, "--name=test", "--unsafe-no-fsync=true",
		"--listen-client-urls=" + client, "--advertise-client-urls=" + client,
		"--listen-peer-urls=" + peer, "--initial-advertise-peer-urls=" + peer, "--initial-cluster=test=" + peer,
	}
}

func (s *server) apiserverArguments(etcdPort, port int) []string {
	return []string{
		fmt.Sprintf("--etcd-servers=http://127.0.0.1:%d", etcdPort), fmt.Sprintf("--secure-port=%d", port),
		"--bind-address=127.0.0.1", "--advertise-address=127.0.0.1", "--endpoint-reconciler-type=none",
		"--tls-cert-file=" + s.path("server.crt"), "--tls-private-key-file=" + s.path("server.key"),
		"--client-ca-file=" + s.path("ca.crt"), "--token-auth-file=" + s.path("tokens.csv"),
		"--authorization-mode=RBAC", "--service-cluster-ip-range=10.0.0.0/24",
		"--service-account-issuer=https://kubernetes.default.svc", "--service-account-key-file=" + s.path("sa.pub"),
		"--service-account-signing-key-file=" + s.path("sa.key"),
		"--disable-admission-plugins=ServiceAccount", "--allow-privileged=true", "--profiling=false",
	}
}

func (s *server) path(name string) string { return filepath.Join(s.folder, name) }

// run starts a program of the assets in a process group of its own; its output goes to NAME.log.
func (s *server) run(name string, arguments []string) error {
	log := must(os.Create(s.path(name + ".log")))
	defer log.Close()
	command := exec.Command(filepath.Join(s.assets, name), arguments...)
	command.Stdout, command.Stderr = log, log
	command.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	if err := command.Start(); err != nil {
		return err
	}
	s.processes = append(s.processes, command)
	return nil
}

func (s *server) stop() {
	if s.webhook != nil {
		s.webhook.stop()
	}
	for i := len(s.processes) - 1; i >= 0; i-- {
		process := s.processes[i]
		_ = process.Process.Signal(syscall.SIGTERM)
		timer := time.AfterFunc(10*time.Second, func() { _ = process.Process.Kill() })
		_ = process.Wait()
		timer.Stop()
	}
	s.processes = nil
}

func (s *server) waitUntilReady(atMost time.Duration) error {
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(must(os.ReadFile(s.path("ca.crt"))))
	certificate := must(tls.LoadX509KeyPair(s.path("admin.crt"), s.path("admin.key")))
	client := &http.Client{Timeout: 2 * time.Second, Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: pool, Certificates: []tls.Certificate{certificate}},
	}}
	for end := time.Now().Add(atMost); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		answer, err := client.Get(s.url + "/readyz")
		if err == nil {
			answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
	}
	return fmt.Errorf("kube-apiserver was not ready within %v: see %s", atMost, s.path("kube-apiserver.log"))
}

// kubectl runs it as a user ("admin") and returns what it printed.
func (s *server) kubectl(user, stdin string, arguments ...string) (string, error) {
	command := exec.Command(filepath.Join(s.assets, "kubectl"), append([]string{"--kubeconfig=" + s.kubeconfig(user)}, arguments...)...)
	command.Stdin = strings.NewReader(stdin)
	output, err := command.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("kubectl %s: %w: %s", strings.Join(arguments, " "), err, output)
	}
	return string(output), err
}

func freePort() int {
	listener := must(net.Listen("tcp", "127.0.0.1:0"))
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}

func randomToken() string {
	bytes := make([]byte, 16)
	must(rand.Read(bytes))
	return hex.EncodeToString(bytes)
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
