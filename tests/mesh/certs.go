// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Authority issues certificates; the suite has one for the mesh, one for the public internet and one nobody trusts.
type Authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
	pem         []byte

	mutex  sync.Mutex
	leaves map[string]tls.Certificate
}

var (
	meshAuthority    = sync.OnceValue(func() *Authority { return newAuthority("mesh") })
	publicAuthority  = sync.OnceValue(func() *Authority { return newAuthority("public") })
	unknownAuthority = sync.OnceValue(func() *Authority { return newAuthority("unknown") })
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func newAuthority(name string) *Authority {
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	template := &x509.Certificate{
		SerialNumber: serial(), Subject: pkix.Name{CommonName: name, Organization: []string{"mesh suite"}},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	der := must(x509.CreateCertificate(rand.Reader, template, template, key.Public(), key))
	return &Authority{
		certificate: must(x509.ParseCertificate(der)), key: key, leaves: map[string]tls.Certificate{},
		pem: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}),
	}
}

func serial() *big.Int { return must(rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 100))) }

func (a *Authority) issue(id string, change func(*x509.Certificate)) tls.Certificate {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if leaf, known := a.leaves[id]; known {
		return leaf
	}
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	template := &x509.Certificate{
		SerialNumber: serial(), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(12 * time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	change(template)
	der := must(x509.CreateCertificate(rand.Reader, template, a.certificate, key.Public(), a.key))
	leaf := tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
	a.leaves[id] = leaf
	return leaf
}

// Workload is the certificate of a mesh identity. extra adds a DNS name beside it.
func (a *Authority) Workload(namespace, account string, extra ...string) tls.Certificate {
	id := "spiffe://cluster.local/ns/" + namespace + "/sa/" + account
	key := id
	for _, name := range extra {
		key += " " + name
	}
	return a.issue(key, func(c *x509.Certificate) {
		c.URIs = []*url.URL{must(url.Parse(id))}
		c.DNSNames = extra
	})
}

// Host is the certificate of a name on the internet.
func (a *Authority) Host(name string, expired bool) tls.Certificate {
	id := name
	if expired {
		id += " expired"
	}
	return a.issue(id, func(c *x509.Certificate) {
		c.Subject = pkix.Name{CommonName: name}
		c.DNSNames = []string{name}
		if expired {
			c.NotBefore, c.NotAfter = time.Now().Add(-2*time.Hour), time.Now().Add(-time.Hour)
		}
	})
}

// Pool holds the authority's own certificate.
func (a *Authority) Pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.certificate)
	return pool
}

// certificateFiles are the names under which writeCertificates leaves what an Envoy needs.
type certificateFiles struct{ chain, key, meshRoot, publicRoot string }

func writeCertificates(folder string, leaf tls.Certificate) certificateFiles {
	files := certificateFiles{
		chain: filepath.Join(folder, "cert.pem"), key: filepath.Join(folder, "key.pem"),
		meshRoot: filepath.Join(folder, "mesh.pem"), publicRoot: filepath.Join(folder, "public.pem"),
	}
	key := must(x509.MarshalPKCS8PrivateKey(leaf.PrivateKey))
	write := func(path string, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			panic(err)
		}
	}
	write(files.chain, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: leaf.Certificate[0]}))
	write(files.key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}))
	write(files.meshRoot, meshAuthority().pem)
	write(files.publicRoot, publicAuthority().pem)
	return files
}
