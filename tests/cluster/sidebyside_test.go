// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// side is what one of the two programs came to with a kubeconfig: the user that the server took it for, or why there was none.
type side struct {
	user   string // "" = it failed; "*" = one who may do everything; "?" = it got through, and may not even ask what there is
	output string
}

// configuration is a kubeconfig that both programs are given, with the files and variables that belong to it.
type configuration struct {
	name        string
	cluster     string            // lines of its cluster; not used where text is set
	user        string            // lines of its user
	text        string            // the whole kubeconfig
	files       map[string]string // beside it
	environment []string          // instead of KUBECONFIG; FOLDER stands for the folder
	arguments   []string          // of both programs
	fails       bool              // both must fail
	wanted      string            // the user that both must be, where the test knows
}

const policyText = `apiVersion: istio.alibabacloud.com/v1beta1
kind: ASMEgressTrafficPolicy
metadata: {name: egress-by-egressgateway-a, namespace: istio-egress}
spec:
  byEgressGateway: {name: egressgateway-a}
  egressRules:
  - from: [{namespace: mytest}]
    to:
    - hosts: [a.example.org]
      port: {number: 80, protocol: HTTP}
`

var (
	kubectlUser   = regexp.MustCompile(`User "([^"]+)" cannot list resource`)
	nobody        = regexp.MustCompile(`\(Forbidden\): unknown|cannot \S+ path "`)
	sallyportUser = regexp.MustCompile(`kind: User\n +name: (\S+)`)
)

func indented(lines string) string {
	return "    " + strings.ReplaceAll(strings.TrimSpace(lines), "\n", "\n    ") + "\n"
}

func kubeconfigOf(cluster, user string) string {
	return "apiVersion: v1\nkind: Config\ncurrent-context: x\ncontexts:\n- name: x\n  context: {cluster: c, user: u}\n" +
		"clusters:\n- name: c\n  cluster:\n" + indented(cluster) + "users:\n- name: u\n  user:\n" + indented(user)
}

// bothSides gives the configuration to both, each in a fresh folder at the same path, so that relative paths and messages are the same.
func bothSides(t *testing.T, c configuration) (ours, theirs side) {
	t.Helper()
	place := newCall(t)
	place.write("policy.yaml", policyText)
	text := c.text
	if text == "" {
		text = kubeconfigOf(c.cluster, c.user)
	}
	place.write("config", strings.ReplaceAll(text, "FOLDER", place.folder))
	for name, content := range c.files {
		place.write(name, strings.ReplaceAll(content, "FOLDER", place.folder))
	}
	place.environment = []string{"KUBECONFIG=" + place.folder + "/config"}
	if c.environment != nil {
		place.environment = nil
	}
	for _, variable := range c.environment {
		place.environment = append(place.environment, strings.ReplaceAll(variable, "FOLDER", place.folder))
	}
	theirs = sideOf(place.kubectl(t, append([]string{"get", "secrets", "-n", "default", "-o", "name"}, c.arguments...)...), 0, kubectlUser)
	ours = sideOf(place.sallyport(t, append([]string{"plan", "policy.yaml"}, c.arguments...)...), 1, sallyportUser)
	return ours, theirs
}

// sideOf reads the user from what was printed; with the status of success and no user named, it is one who may do everything.
func sideOf(r result, success int, forms ...*regexp.Regexp) side {
	for _, form := range forms {
		if match := form.FindStringSubmatch(r.text()); match != nil {
			return side{match[1], r.text()}
		}
	}
	if nobody.MatchString(r.text()) {
		return side{"?", r.text()}
	}
	if r.status == success {
		return side{"*", r.text()}
	}
	return side{"", r.text()}
}

// compare fails the test unless both come to the same, and to what the test says.
func compare(t *testing.T, configurations []configuration) {
	t.Helper()
	for _, c := range configurations {
		t.Run(c.name, func(t *testing.T) {
			ours, theirs := bothSides(t, c)
			told := fmt.Sprintf("kubectl, user %q:\n%s\nsallyport, user %q:\n%s", theirs.user, theirs.output, ours.user, ours.output)
			if ours.user != theirs.user {
				t.Error("kubectl comes to something else\n" + told)
			}
			if c.fails && ours.user != "" {
				t.Error("it was expected to fail\n" + told)
			}
			if c.wanted != "" && ours.user != c.wanted {
				t.Errorf("the user was expected to be %s\n%s", c.wanted, told)
			}
			leaksNothing(t, ours.output)
		})
	}
}

// leaksNothing looks for the secrets of the server's users in a text.
func leaksNothing(t *testing.T, text string) {
	t.Helper()
	for _, secret := range running.secrets() {
		if strings.Contains(text, secret) {
			t.Errorf("a secret is printed: %q", secret)
		}
	}
}

// secrets are the tokens of the server's users, and enough of each private key to know it again.
func (s *server) secrets() []string {
	var secrets []string
	for _, line := range strings.Split(strings.TrimSpace(string(must(os.ReadFile(s.path("tokens.csv"))))), "\n") {
		secrets = append(secrets, strings.Split(line, ",")[0])
	}
	for _, path := range must(filepath.Glob(s.path("*.key"))) {
		secrets = append(secrets, strings.Split(string(must(os.ReadFile(path))), "\n")[1])
	}
	return append(secrets, "planted-")
}
