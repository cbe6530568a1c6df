// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"
)

// signed is a certificate with its key, made for one test.
type signed struct {
	der         []byte
	certificate *x509.Certificate
	key         crypto.Signer
}

func (s signed) pem() string {
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.der}))
}

// sign makes a certificate from a template; issuer nil = by itself.
func sign(template x509.Certificate, key crypto.Signer, issuer *signed) signed {
	template.SerialNumber = big.NewInt(time.Now().UnixNano())
	if template.NotAfter.IsZero() {
		template.NotBefore, template.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(time.Hour)
	}
	parent, parentKey := &template, key
	if issuer != nil {
		parent, parentKey = issuer.certificate, issuer.key
	}
	der := must(x509.CreateCertificate(rand.Reader, &template, parent, key.Public(), parentKey))
	return signed{der, must(x509.ParseCertificate(der)), key}
}

func newKey() crypto.Signer { return must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader)) }

func signingAuthority(name string, issuer *signed) signed {
	return sign(x509.Certificate{Subject: pkix.Name{CommonName: name}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign}, newKey(), issuer)
}

// serverTemplate is what a server's certificate should be.
func serverTemplate() x509.Certificate {
	return x509.Certificate{Subject: pkix.Name{CommonName: "server"}, DNSNames: []string{"localhost"},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
}

// front is a server with certificates of its own before the API server; tokens get through it. It returns its address.
func front(t *testing.T, chain ...signed) string {
	t.Helper()
	var der [][]byte
	for _, one := range chain {
		der = append(der, one.der)
	}
	listener := must(tls.Listen("tcp", "127.0.0.1:0",
		&tls.Config{Certificates: []tls.Certificate{{Certificate: der, PrivateKey: chain[0].key}}}))
	proxy := httputil.NewSingleHostReverseProxy(must(url.Parse(running.url)))
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(fileOf("ca.crt")))
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}
	proxy.Transport = transport
	server := &http.Server{Handler: proxy, ErrorLog: silent}
	go server.Serve(listener)
	t.Cleanup(func() {
		server.Close()
		transport.CloseIdleConnections()
	})
	return fmt.Sprintf("https://127.0.0.1:%d", listener.Addr().(*net.TCPAddr).Port)
}

func TestTrust(t *testing.T) {
	root := signingAuthority("root", nil)
	middle := signingAuthority("middle", &root)
	changed := func(change func(*x509.Certificate)) signed {
		template := serverTemplate()
		change(&template)
		return sign(template, newKey(), &root)
	}
	server := changed(func(*x509.Certificate) {})
	below := sign(serverTemplate(), newKey(), &middle)
	own := sign(serverTemplate(), newKey(), nil)
	expired := func(c *x509.Certificate) {
		c.NotBefore, c.NotAfter = time.Now().Add(-2*time.Hour), time.Now().Add(-time.Hour)
	}
	early := func(c *x509.Certificate) {
		c.NotBefore, c.NotAfter = time.Now().Add(time.Hour), time.Now().Add(2*time.Hour)
	}
	commonName := func(c *x509.Certificate) { c.Subject.CommonName, c.DNSNames, c.IPAddresses = "localhost", nil, nil }
	addressAsName := func(c *x509.Certificate) { c.DNSNames, c.IPAddresses = []string{"127.0.0.1"}, nil }
	wildcard := func(names ...string) func(*x509.Certificate) { return func(c *x509.Certificate) { c.DNSNames = names } }
	rsaKey := must(rsa.GenerateKey(rand.Reader, 2048))
	_, edKey, _ := ed25519.GenerateKey(rand.Reader)
	type row struct {
		name   string
		chain  []signed
		bundle string
		more   string // lines of the cluster
		fails  bool
	}
	rows := []row{
		{"signed by the authority", []signed{server}, root.pem(), "", false},
		{"RSA", []signed{sign(serverTemplate(), rsaKey, &root)}, root.pem(), "", false},
		{"Ed25519", []signed{sign(serverTemplate(), edKey, &root)}, root.pem(), "", false},
		{"root, with the intermediate sent", []signed{below, middle}, root.pem(), "", false},
		{"root, with the intermediate not sent", []signed{below}, root.pem(), "", true},
		{"intermediate alone", []signed{below}, middle.pem(), "", false},
		{"intermediate alone, sent, too", []signed{below, middle}, middle.pem(), "", false},
		{"leaf of an authority, pinned", []signed{server}, server.pem(), "", false},
		{"self-signed, pinned", []signed{own}, own.pem(), "", false},
		{"self-signed, another pinned", []signed{own}, server.pem(), "", true},
		{"common name alone", []signed{changed(commonName)}, root.pem(), "tls-server-name: localhost", true},
		{"common name alone, asked by address", []signed{changed(commonName)}, root.pem(), "", true},
		{"address in a DNS name", []signed{changed(addressAsName)}, root.pem(), "", true},
		{"expired", []signed{changed(expired)}, root.pem(), "", true},
		{"not yet valid", []signed{changed(early)}, root.pem(), "", true},
		{"for clients alone", []signed{changed(func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth} })}, root.pem(), "", true},
		{"for anything", []signed{changed(func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageAny} })}, root.pem(), "", false},
		{"for nothing in particular", []signed{changed(func(c *x509.Certificate) { c.ExtKeyUsage = nil })}, root.pem(), "", false},
		{"wildcard of one label", []signed{changed(wildcard("*.api.test"))}, root.pem(), "tls-server-name: a.api.test", false},
		{"wildcard of two labels", []signed{changed(wildcard("*.api.test"))}, root.pem(), "tls-server-name: a.b.api.test", true},
		{"wildcard within a label", []signed{changed(wildcard("a*.api.test"))}, root.pem(), "tls-server-name: ab.api.test", true},
		{"name in other letters", []signed{changed(wildcard("API.Test"))}, root.pem(), "tls-server-name: api.test", false},
		{"name with a dot at its end", []signed{changed(wildcard("api.test"))}, root.pem(), "tls-server-name: api.test.", false},
		{"other name", []signed{server}, root.pem(), "tls-server-name: api.test", true},
		{"bundle of many, with words between", []signed{server}, own.pem() + "\nhello\n" + root.pem() + "bye", "", false},
		{"bundle without PEM", []signed{server}, "hello", "", true},
		{"bundle with a broken certificate", []signed{server}, root.pem() + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "", false},
		{"bundle with a key", []signed{server}, root.pem() + fileOf("alice.key"), "", false},
		{"empty bundle", []signed{server}, "", "", true},
		{"authority that may not sign", []signed{sign(serverTemplate(), newKey(), &own)}, own.pem(), "", true},
		{"chain in the wrong order", []signed{below, root, middle}, root.pem(), "", false},
	}
	var configurations []configuration
	for _, row := range rows {
		configurations = append(configurations, configuration{
			name:    row.name,
			cluster: "server: " + front(t, row.chain...) + "\ncertificate-authority: bundle.pem\n" + row.more,
			user:    "token: " + running.token, files: map[string]string{"bundle.pem": row.bundle},
			fails: row.fails, wanted: map[bool]string{false: "bob"}[row.fails],
		})
	}
	compare(t, configurations)
}

func pemOf(kind string, der []byte) string {
	return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
}

// TestClientKeys signs in with certificates whose keys are written in every form that there is.
func TestClientKeys(t *testing.T) {
	authority := signed{certificate: running.authority.certificate, key: running.authority.key}
	dave := func(key crypto.Signer) string {
		return sign(x509.Certificate{Subject: pkix.Name{CommonName: "dave"}, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}}, key, &authority).pem()
	}
	pkcs8 := func(key any) string { return pemOf("PRIVATE KEY", must(x509.MarshalPKCS8PrivateKey(key))) }
	rsaKey := must(rsa.GenerateKey(rand.Reader, 2048))
	ecKey := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	p384 := must(ecdsa.GenerateKey(elliptic.P384(), rand.Reader))
	_, edKey, _ := ed25519.GenerateKey(rand.Reader)
	sec1 := pemOf("EC PRIVATE KEY", must(x509.MarshalECPrivateKey(ecKey)))
	parameters := pemOf("EC PARAMETERS", []byte{6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7})
	pkcs1 := pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(rsaKey))
	good := map[string][2]string{
		"RSA, PKCS 1":            {dave(rsaKey), pkcs1},
		"RSA, PKCS 8":            {dave(rsaKey), pkcs8(rsaKey)},
		"EC, SEC 1":              {dave(ecKey), sec1},
		"EC, SEC 1, parameters":  {dave(ecKey), parameters + sec1},
		"EC, PKCS 8":             {dave(ecKey), pkcs8(ecKey)},
		"EC, P-384":              {dave(p384), pkcs8(p384)},
		"Ed25519":                {dave(edKey), pkcs8(edKey)},
		"words around":           {"hello\n" + dave(ecKey), "hello\n" + sec1 + "bye\n"},
		"key and certificate":    {sec1 + dave(ecKey), dave(ecKey) + sec1},
		"chain":                  {dave(ecKey) + fileOf("ca.crt"), sec1},
		"Windows line ends":      {strings.ReplaceAll(dave(ecKey), "\n", "\r\n"), strings.ReplaceAll(sec1, "\n", "\r\n")},
		"PKCS 1 named PKCS 8":    {dave(rsaKey), strings.ReplaceAll(pkcs1, "RSA PRIVATE", "PRIVATE")},
		"two keys, first counts": {dave(ecKey), sec1 + pkcs1},
	}
	var configurations []configuration
	for name, pair := range good {
		configurations = append(configurations, configuration{name: name, cluster: theParts().trusted,
			user: "client-certificate: c.pem\nclient-key: k.pem", files: map[string]string{"c.pem": pair[0], "k.pem": pair[1]}, wanted: "dave"})
	}
	for name, pair := range map[string][2]string{
		"encrypted key":         {dave(ecKey), pemOf("ENCRYPTED PRIVATE KEY", []byte("planted-"))},
		"two keys, second fits": {dave(ecKey), pkcs1 + sec1},
		"public key":            {dave(ecKey), pemOf("PUBLIC KEY", must(x509.MarshalPKIXPublicKey(ecKey.Public())))},
	} {
		configurations = append(configurations, configuration{name: name, cluster: theParts().trusted,
			user: "client-certificate: c.pem\nclient-key: k.pem", files: map[string]string{"c.pem": pair[0], "k.pem": pair[1]}, fails: true})
	}
	compare(t, configurations)
}
