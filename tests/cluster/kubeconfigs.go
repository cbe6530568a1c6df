// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"strings"
)

const kubeconfigText = `apiVersion: v1
kind: Config
current-context: USER
clusters:
- name: test
  cluster:
    server: SERVER
    certificate-authority: ca.crt
contexts:
- name: USER
  context:
    cluster: test
    user: USER
    namespace: mytest
users:
- name: USER
  user:
CREDENTIALS
`

func (s *server) kubeconfig(user string) string { return s.path(user + ".kubeconfig") }

// writeKubeconfigs writes one for each user: admin and alice have certificates, bob and carol tokens.
func (s *server) writeKubeconfigs() {
	for _, user := range []string{"admin", "alice"} {
		s.writeKubeconfig(user, fmt.Sprintf("    client-certificate: %s.crt\n    client-key: %s.key", user, user))
	}
	for _, line := range strings.Split(strings.TrimSpace(string(must(os.ReadFile(s.path("tokens.csv"))))), "\n") {
		columns := strings.Split(line, ",")
		s.writeKubeconfig(columns[1], "    token: "+columns[0])
	}
}

func (s *server) writeKubeconfig(user, credentials string) {
	text := strings.NewReplacer("USER", user, "SERVER", s.url, "CREDENTIALS", credentials).Replace(kubeconfigText)
	check(os.WriteFile(s.kubeconfig(user), []byte(text), 0o600))
}
