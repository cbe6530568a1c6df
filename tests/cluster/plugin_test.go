// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// plugin makes the lines of a user with a credential plugin: a shell script that notes its KUBERNETES_EXEC_INFO, once per run.
func plugin(script string, more ...string) string {
	return "exec:\n  apiVersion: client.authentication.k8s.io/v1\n  interactiveMode: IfAvailable\n  command: sh\n  args:\n  - -c\n  - |\n    " +
		strings.ReplaceAll(script, "\n", "\n    ") + "\n  " + strings.Join(more, "\n  ")
}

// printing is a script that prints a credential of a version with this status.
func printing(version, status string) string {
	return fmt.Sprintf("cat <<'END'\n"+`{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/%s","status":%s}`+"\nEND", version, status)
}

func tokenStatus(token string) string { return fmt.Sprintf(`{"token":"%s"}`, token) }

func certificateStatus(certificate, key string) string {
	return string(must(json.Marshal(map[string]string{"clientCertificateData": certificate, "clientKeyData": key})))
}

func TestPlugins(t *testing.T) {
	p := theParts()
	good := printing("v1", tokenStatus(p.token))
	alice := certificateStatus(fileOf("alice.crt"), fileOf("alice.key"))
	with := func(name, user string) configuration {
		return configuration{name: name, cluster: p.trusted, user: user}
	}
	is := func(user string, c configuration) configuration { c.wanted = user; return c }
	fails := func(c configuration) configuration { c.fails = true; return c }
	changed := func(from, to string) string { return strings.Replace(plugin(good), from, to, 1) }
	executable := "#!/bin/sh\n" + good + "\n"
	script := func(command string) configuration {
		return configuration{cluster: p.trusted, user: "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: " + command + "}",
			files: map[string]string{"bin/plugin": executable}}
	}
	relative, absolute, bare := script("bin/plugin"), script("FOLDER/bin/plugin"), script("plugin")
	relative.name, absolute.name, bare.name = "relative command", "absolute command", "command of no folder of PATH"
	compare(t, []configuration{
		is("bob", with("token", plugin(good))),
		is("bob", with("v1beta1", strings.Replace(plugin(printing("v1beta1", tokenStatus(p.token))), "io/v1", "io/v1beta1", 1))),
		is("bob", with("v1beta1 without a mode", without(strings.Replace(plugin(printing("v1beta1", tokenStatus(p.token))), "io/v1", "io/v1beta1", 1), "  interactiveMode: IfAvailable"))),
		fails(with("v1alpha1", strings.Replace(plugin(printing("v1alpha1", tokenStatus(p.token))), "io/v1", "io/v1alpha1", 1))),
		fails(with("v1 without a mode", without(plugin(good), "  interactiveMode: IfAvailable"))),
		fails(with("unknown mode", changed("IfAvailable", "Sometimes"))),
		fails(with("mode that needs a terminal", changed("IfAvailable", "Always"))),
		is("bob", with("mode that needs none", changed("IfAvailable", "Never"))),
		fails(with("no version", changed("\n  apiVersion: client.authentication.k8s.io/v1", ""))),
		fails(with("no command", "exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}")),
		fails(with("answer of another version", plugin(printing("v1beta1", tokenStatus(p.token))))),
		fails(with("no status", plugin(`echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1"}'`))),
		fails(with("empty status", plugin(printing("v1", "{}")))),
		fails(with("another kind", plugin(strings.Replace(good, "ExecCredential", "Pod", 1)))),
		is("bob", with("no kind", plugin(strings.Replace(good, `"kind":"ExecCredential",`, "", 1)))),
		with("no version in the answer", plugin(strings.Replace(good, `"apiVersion":"client.authentication.k8s.io/v1",`, "", 1))),
		with("neither kind nor version", plugin("echo '{\"status\":{\"token\":\""+p.token+"\"}}'")),
		fails(with("no JSON", plugin("echo planted-no"))),
		fails(with("nothing printed", plugin("true"))),
		with("words before the JSON", plugin("echo hello\n"+good)),
		with("words after the JSON", plugin(good+"\necho hello")),
		is("bob", with("YAML", plugin("printf 'kind: ExecCredential\\napiVersion: client.authentication.k8s.io/v1\\nstatus: {token: "+p.token+"}\\n'"))),
		fails(with("certificate without key", plugin(printing("v1", certificateStatus(fileOf("alice.crt"), ""))))),
		fails(with("key without certificate", plugin(printing("v1", certificateStatus("", fileOf("alice.key")))))),
		fails(with("key of another", plugin(printing("v1", certificateStatus(fileOf("alice.crt"), fileOf("admin.key")))))),
		fails(with("certificate that is none", plugin(printing("v1", certificateStatus("planted-", fileOf("alice.key")))))),
		is("alice", with("certificate", plugin(printing("v1", alice)))),
		is("alice", with("certificate and token", plugin(printing("v1", strings.Replace(alice, "{", `{"token":"`+p.token+`",`, 1))))),
		with("token with a line's end", plugin(printing("v1", tokenStatus(p.token+`\n`)))),
		with("token that has expired", plugin(printing("v1", `{"expirationTimestamp":"2001-01-01T00:00:00Z",`+tokenStatus(p.token)[1:]))),
		is("bob", with("token that expires", plugin(printing("v1", `{"expirationTimestamp":"2999-01-01T00:00:00Z",`+tokenStatus(p.token)[1:])))),
		fails(with("time that is none", plugin(printing("v1", `{"expirationTimestamp":"soon",`+tokenStatus(p.token)[1:])))),
		fails(with("wrong token", plugin(printing("v1", tokenStatus("planted-wrong"))))),
		fails(with("exit status 7", plugin("echo oops >&2; exit 7"))),
		fails(with("good answer and exit status 7", plugin(good+"\nexit 7"))),
		fails(with("command that is not there", changed("command: sh", "command: no-such-plugin"))),
		fails(with("path that is not there", changed("command: sh", "command: /no/such/plugin"))),
		is("bob", with("variable", plugin(strings.Replace(good, "<<'END'", "<<END", 1)+"", "env: [{name: A, value: b}]"))),
		is("bob", with("variable decides", plugin("[ \"$A\" = 'b c' ] || exit 9\n"+good, "env: [{name: A, value: b c}]"))),
		is("bob", with("later variable wins", plugin("[ \"$A\" = 2 ] || exit 9\n"+good, "env: [{name: A, value: \"1\"}, {name: A, value: \"2\"}]"))),
		is("bob", with("input is closed", plugin("read line && exit 9\n"+good))),
		is("bob", with("plugin is not asked where there is a token", p.bob+"\n"+plugin("exit 9"))),
		is("alice", with("plugin is not asked where there is a certificate", p.alice+"\n"+plugin("exit 9"))),
		with("unknown field", plugin(good, "bogus: 1")),
		is("bob", relative), is("bob", absolute), fails(bare),
	})
}

// TestPluginsAreToldTheSame compares what both put into KUBERNETES_EXEC_INFO, byte by byte.
func TestPluginsAreToldTheSame(t *testing.T) {
	p := theParts()
	note := plugin("printf %s \"$KUBERNETES_EXEC_INFO\" > $HOME/info\n"+printing("v1", tokenStatus(p.token)), "provideClusterInfo: true")
	data := p.server + "\ncertificate-authority-data: " + base64Of(fileOf("ca.crt"))
	for name, c := range map[string][2]string{
		"no cluster":     {p.trusted, without(note+"\n", "  provideClusterInfo: true")},
		"authority file": {p.trusted, note},
		"authority data": {data, note},
		"server name":    {p.trusted + "\ntls-server-name: localhost", note},
		"insecure":       {p.server + "\ninsecure-skip-tls-verify: true", note},
		"no compression": {p.trusted + "\ndisable-compression: true", note},
		"its own words": {p.trusted + "\nextensions:\n- name: client.authentication.k8s.io/exec\n  extension: {audience: a, list: [1, 2.5, true, null], b: {c: \"d\"}}",
			note},
	} {
		t.Run(name, func(t *testing.T) {
			place := newCall(t)
			place.environment = []string{"KUBECONFIG=" + place.write("config", kubeconfigOf(c[0], c[1]))}
			place.write("policy.yaml", policyText)
			info := func() string {
				path := filepath.Join(place.folder, "info")
				defer os.Remove(path)
				return string(must(os.ReadFile(path)))
			}
			place.kubectl(t, "get", "secrets", "-n", "default")
			theirs := info()
			place.sallyport(t, "plan", "policy.yaml")
			if ours := info(); ours != theirs {
				t.Errorf("kubectl tells\n%s\nsallyport tells\n%s", theirs, ours)
			}
		})
	}
}
