// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"encoding/base64"
	"os"
	"strings"
	"testing"
)

// parts are the lines that kubeconfigs for the running server are made of.
type parts struct {
	server, trusted   string
	token             string // bob's, bare
	bob, alice, admin string
}

func theParts() parts {
	folder := running.folder
	server := "server: " + running.url
	certificate := func(name string) string {
		return "client-certificate: " + folder + "/" + name + ".crt\nclient-key: " + folder + "/" + name + ".key"
	}
	return parts{
		server: server, trusted: server + "\ncertificate-authority: " + folder + "/ca.crt",
		token: running.token, bob: "token: " + running.token,
		alice: certificate("alice"), admin: certificate("admin"),
	}
}

func fileOf(name string) string { return string(must(os.ReadFile(running.path(name)))) }

func base64Of(text string) string { return base64.StdEncoding.EncodeToString([]byte(text)) }

func without(text string, lines ...string) string {
	for _, line := range lines {
		text = strings.Replace(text, line+"\n", "", 1)
	}
	return text
}

func TestKubeconfigCredentials(t *testing.T) {
	p := theParts()
	data := func(name string) string { return base64Of(fileOf(name)) }
	other := "-----BEGIN PRIVATE KEY-----\nplanted-\n-----END PRIVATE KEY-----\n"
	compare(t, []configuration{
		{name: "V01 token and authority file", cluster: p.trusted, user: p.bob, wanted: "bob"},
		{name: "V04 authority data", cluster: p.server + "\ncertificate-authority-data: " + data("ca.crt"), user: p.bob, wanted: "bob"},
		{name: "V05 authority data and a file that is not there",
			cluster: p.server + "\ncertificate-authority-data: " + data("ca.crt") + "\ncertificate-authority: nope.pem", user: p.bob, fails: true},
		{name: "V06 authority data and file", cluster: p.trusted + "\ncertificate-authority-data: " + data("ca.crt"), user: p.bob, fails: true},
		{name: "V07 relative authority", cluster: p.server + "\ncertificate-authority: d/ca.pem", user: p.bob,
			files: map[string]string{"d/ca.pem": fileOf("ca.crt")}, wanted: "bob"},
		{name: "V08 relative authority that is not there", cluster: p.server + "\ncertificate-authority: d/ca.pem", user: p.bob, fails: true},
		{name: "V09 relative certificate, key in another folder", cluster: p.trusted,
			user:   "client-certificate: a/c.pem\nclient-key: a/../b/k.pem",
			files:  map[string]string{"a/c.pem": fileOf("alice.crt"), "b/k.pem": fileOf("alice.key")},
			wanted: "alice"},
		{name: "V10 certificate without key", cluster: p.trusted, user: "client-certificate: " + running.path("alice.crt"), fails: true},
		{name: "key without certificate", cluster: p.trusted, user: p.bob + "\nclient-key: " + running.path("alice.key")},
		{name: "V11 certificate data and token", cluster: p.trusted,
			user: p.bob + "\nclient-certificate-data: " + data("alice.crt") + "\nclient-key-data: " + data("alice.key"), wanted: "alice"},
		{name: "certificate data and certificate file", cluster: p.trusted,
			user: p.alice + "\nclient-certificate-data: " + data("alice.crt"), fails: true},
		{name: "key data and key file", cluster: p.trusted, user: p.alice + "\nclient-key-data: " + data("alice.key"), fails: true},
		{name: "V12 key of another certificate", cluster: p.trusted,
			user: "client-certificate: " + running.path("alice.crt") + "\nclient-key: " + running.path("admin.key"), fails: true},
		{name: "V13 certificate data without PEM", cluster: p.trusted,
			user: "client-certificate-data: " + base64Of("no") + "\nclient-key-data: " + data("alice.key"), fails: true},
		{name: "key data that is no key", cluster: p.trusted,
			user: "client-certificate-data: " + data("alice.crt") + "\nclient-key-data: " + base64Of(other), fails: true},
		{name: "V14 bad base64", cluster: p.server + "\ncertificate-authority-data: \"!!\"", user: p.bob, fails: true},
		{name: "base64 in lines", cluster: p.server + "\ncertificate-authority-data: |\n  " + lines(data("ca.crt")), user: p.bob, wanted: "bob"},
		{name: "V15 authority data without PEM", cluster: p.server + "\ncertificate-authority-data: " + base64Of("no"), user: p.bob, fails: true},
		{name: "V16 another authority", cluster: p.server + "\ncertificate-authority: " + running.path("alice.crt"), user: p.bob, fails: true},
		{name: "V17 no authority", cluster: p.server, user: p.bob, fails: true},
		{name: "V18 insecure", cluster: p.server + "\ninsecure-skip-tls-verify: true", user: p.bob, wanted: "bob"},
		{name: "V19 insecure and authority", cluster: p.trusted + "\ninsecure-skip-tls-verify: true", user: p.bob, fails: true},
		{name: "V21 server name", cluster: p.trusted + "\ntls-server-name: localhost", user: p.bob, wanted: "bob"},
		{name: "V22 wrong server name", cluster: p.trusted + "\ntls-server-name: wrong.test", user: p.bob, fails: true},
		{name: "V24 token and password", cluster: p.trusted, user: p.bob + "\nusername: a\npassword: planted-b", fails: true},
		{name: "V25 password, which the server does not know", cluster: p.trusted, user: "username: a\npassword: planted-b", wanted: "?"},
		{name: "user name without password", cluster: p.trusted, user: "username: a"},
		{name: "V26 token file with a line's end", cluster: p.trusted, user: "tokenFile: t", files: map[string]string{"t": p.token + "\n"}, wanted: "bob"},
		{name: "token file with blanks and lines", cluster: p.trusted, user: "tokenFile: t", files: map[string]string{"t": "\n  " + p.token + " \n\n"}, wanted: "bob"},
		{name: "V27 token and token file", cluster: p.trusted, user: "token: planted-wrong\ntokenFile: t", files: map[string]string{"t": p.token}, wanted: "bob"},
		{name: "good token and wrong token file", cluster: p.trusted, user: p.bob + "\ntokenFile: t", files: map[string]string{"t": "planted-wrong"}},
		{name: "V28 token file that is not there", cluster: p.trusted, user: "tokenFile: nope", fails: true},
		{name: "V29 empty token file", cluster: p.trusted, user: "tokenFile: t", files: map[string]string{"t": ""}, fails: true},
		{name: "wrong token", cluster: p.trusted, user: "token: planted-wrong", fails: true},
		{name: "token with a line's end", cluster: p.trusted, user: "token: |\n  " + p.token},
		{name: "V30 impersonation", cluster: p.trusted, user: p.admin + "\nas: jane\nas-groups: [a, b]\nas-user-extra: {a/b: [x, \"no\"], \"test.example.com/c d\": [z]}", wanted: "jane"},
		{name: "impersonated uid", cluster: p.trusted, user: p.admin + "\nas: jane\nas-uid: \"7\"", wanted: "jane"},
		{name: "V31 impersonated group of masters", cluster: p.trusted, user: p.admin + "\nas: jane\nas-groups: [a, \"system:masters\"]", wanted: "*"},
		{name: "V32 impersonation without the right", cluster: p.trusted, user: p.bob + "\nas: jane"},
		{name: "V33 groups without a user", cluster: p.trusted, user: p.admin + "\nas-groups: [a]", fails: true},
		{name: "extra without a user", cluster: p.trusted, user: p.admin + "\nas-user-extra: {a: [b]}", fails: true},
		{name: "uid without a user", cluster: p.trusted, user: p.admin + "\nas-uid: a", fails: true},
		{name: "unknown auth provider", cluster: p.trusted, user: "auth-provider: {name: foo}", fails: true},
		{name: "removed auth provider", cluster: p.trusted, user: "auth-provider: {name: gcp}", fails: true},
	})
}

// lines breaks a word into lines of 60, indented by two.
func lines(word string) string {
	var out []string
	for len(word) > 60 {
		out, word = append(out, word[:60]), word[60:]
	}
	return strings.Join(append(out, word), "\n  ")
}

func TestKubeconfigFiles(t *testing.T) {
	p := theParts()
	good := kubeconfigOf(p.trusted, p.bob)
	context := "apiVersion: v1\nkind: Config\ncontexts: [{name: w, context: {cluster: c, user: u}}]\n"
	admin := strings.ReplaceAll(kubeconfigOf(p.trusted, p.admin), "current-context: x", "current-context: z")
	files := func(name, content string) map[string]string { return map[string]string{name: content} }
	list := func(words string) []string { return []string{"KUBECONFIG=" + words} }
	compare(t, []configuration{
		{name: "V34 file that is not there", arguments: []string{"--kubeconfig", "nofile"}, fails: true},
		{name: "file beats the list", text: admin, files: files("f", good), arguments: []string{"--kubeconfig", "f"}, wanted: "bob"},
		{name: "V35 list of nothing", environment: list("FOLDER/a:FOLDER/b"), fails: true},
		{name: "V36 no kubeconfig", environment: []string{"X=1"}, fails: true},
		{name: "V37 empty list means the home's", environment: list(""), files: files(".kube/config", good), wanted: "bob"},
		{name: "V38 empty elements", environment: list("::FOLDER/config:"), text: good, wanted: "bob"},
		{name: "home is not read with a list", environment: list("FOLDER/nope"), files: files(".kube/config", good), fails: true},
		{name: "V39 empty file", text: "\n", fails: true},
		{name: "V40 no YAML", text: "{a", fails: true},
		{name: "V41 a string", text: "bogus value", fails: true},
		{name: "V42 another kind", text: strings.Replace(good, "kind: Config", "kind: Pod", 1), fails: true},
		{name: "V43 another version", text: strings.Replace(good, "apiVersion: v1", "apiVersion: v2", 1), fails: true},
		{name: "V44 without kind and version", text: without(good, "apiVersion: v1", "kind: Config"), wanted: "bob"},
		{name: "without version", text: without(good, "apiVersion: v1")},
		{name: "without kind", text: without(good, "kind: Config")},
		{name: "V45 unknown fields and wrong case", text: good + "bogus: 1\nCurrent-Context: zz\n", wanted: "bob"},
		{name: "wrong case of a field of the cluster", cluster: p.trusted + "\nProxy-Url: http://127.0.0.1:1", user: p.bob, wanted: "bob"},
		{name: "V46 folder", environment: list("FOLDER"), fails: true},
		{name: "V47 binary", text: "apiVersion: v1\n\xff\xfe\x00", fails: true},
		{name: "V48 JSON", text: `{"apiVersion":"v1","kind":"Config","current-context":"x","contexts":[{"name":"x","context":{"cluster":"c","user":"u"}}],` +
			`"clusters":[{"name":"c","cluster":{"server":"` + running.url + `","certificate-authority":"` + running.path("ca.crt") + `"}}],` +
			`"users":[{"name":"u","user":{"token":"` + p.token + `"}}]}`, wanted: "bob"},
		{name: "V49 user defined twice", text: good + "- name: u\n  user: {token: planted-x}\n", fails: true},
		{name: "users twice, the last counts", text: good + "users:\n- name: u\n  user:\n" + indented(p.admin)},
		{name: "V52 no current context", text: without(good, "current-context: x"), fails: true},
		{name: "V53 unknown context", text: good, arguments: []string{"--context", "zz"}, fails: true},
		{name: "unknown current context", text: strings.Replace(good, "current-context: x", "current-context: zz", 1), fails: true},
		{name: "V54 context of a cluster that is not there", text: strings.Replace(good, "cluster: c,", "cluster: zz,", 1), fails: true},
		{name: "V55 context of a user that is not there", text: strings.Replace(good, "user: u}", "user: zz}", 1), fails: true},
		{name: "V56 no server", cluster: "certificate-authority: " + running.path("ca.crt"), user: p.bob, fails: true},
		{name: "V58 server without scheme, authority", cluster: strings.Replace(p.trusted, "https://", "", 1), user: p.bob, fails: true},
		{name: "V59 server without scheme", cluster: strings.Replace(p.server, "https://", "", 1), user: p.bob, fails: true},
		{name: "server with a slash", cluster: strings.Replace(p.trusted, "\ncert", "/\ncert", 1), user: p.bob, wanted: "bob"},
		{name: "server with a path", cluster: strings.Replace(p.trusted, "\ncert", "/prefix\ncert", 1), user: p.bob, wanted: "?"},
		{name: "server with a query", cluster: strings.Replace(p.trusted, "\ncert", "?a=b\ncert", 1), user: p.bob},
		{name: "V76 current context of the second file", environment: list("FOLDER/a:FOLDER/config"), text: good, files: files("a", context), wanted: "bob"},
		{name: "V77 the first user of a name counts", environment: list("FOLDER/a:FOLDER/config"), text: good,
			files: files("a", "users:\n- name: u\n  user:\n"+indented(p.admin)), wanted: "*"},
		{name: "V77 no field of a later entry counts", environment: list("FOLDER/a:FOLDER/config"), text: good,
			files: files("a", "users:\n- name: u\n  user: {as: jane}\n")},
		{name: "V78 the first current context counts", environment: list("FOLDER/a:FOLDER/config"), text: good,
			files: files("a", "current-context: nope\n"), fails: true},
		{name: "V80 a file twice", environment: list("FOLDER/config:FOLDER/config"), text: good, wanted: "bob"},
		{name: "V81 one bad file", environment: list("FOLDER/config:FOLDER/a"), text: good, files: files("a", "{"), fails: true},
		{name: "V83 one of the files is missing", environment: list("FOLDER/nope:FOLDER/config"), text: good, wanted: "bob"},
		{name: "context of one file, cluster and user of another", environment: list("FOLDER/a:FOLDER/config"), text: good,
			files: files("a", context+"current-context: w\n"), wanted: "bob"},
		{name: "X01 name that is a truth value", text: strings.Replace(good, "- name: u\n", "- name: y\n", 1)},
		{name: "X02 name that is a number", text: strings.Replace(good, "- name: u\n", "- name: 123\n", 1), fails: true},
		{name: "X06 two documents", text: good + "---\ncurrent-context: zz\n", wanted: "bob"},
		{name: "document marks", text: "---\n" + good, wanted: "bob"},
		{name: "byte order mark", text: "\ufeff" + good},
		{name: "Windows line ends", text: strings.ReplaceAll(good, "\n", "\r\n"), wanted: "bob"},
		{name: "tabs", text: strings.Replace(good, "    token", "\ttoken", 1)},
		{name: "anchors", text: strings.Replace(good, "current-context: x", "current-context: &a x", 1), wanted: "bob"},
		{name: "null lists", text: good + "extensions: null\npreferences: null\n", wanted: "bob"},
		{name: "users that are a map", text: strings.Replace(good, "users:\n- name: u\n  user:\n", "users:\n  u:\n", 1), fails: true},
		{name: "token that is a number", cluster: p.trusted, user: "token: 12345"},
		{name: "insecure as a word", cluster: p.server + "\ninsecure-skip-tls-verify: \"true\"", user: p.bob},
		{name: "insecure as yes", cluster: p.server + "\ninsecure-skip-tls-verify: yes", user: p.bob},
	})
}
