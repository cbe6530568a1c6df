// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"bufio"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
)

var silent = log.New(io.Discard, "", 0)

// served accepts connections until the test ends, and returns the address and how many came.
func served(t *testing.T, handle func(net.Conn)) (string, *atomic.Int32) {
	listener := must(net.Listen("tcp", "127.0.0.1:0"))
	count := &atomic.Int32{}
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			count.Add(1)
			go func() {
				defer connection.Close()
				handle(connection)
			}()
		}
	}()
	t.Cleanup(func() { listener.Close() })
	return listener.Addr().String(), count
}

// joined copies both ways between a client and the API server, whatever name the client has asked for.
func joined(client io.ReadWriter) {
	server, err := net.Dial("tcp", strings.TrimPrefix(running.url, "https://"))
	if err != nil {
		return
	}
	defer server.Close()
	go io.Copy(server, client)
	io.Copy(client, server)
}

// httpProxy is a proxy that knows every name; with a password it wants that of "me".
func httpProxy(t *testing.T, password string) (string, *atomic.Int32) {
	return served(t, func(connection net.Conn) {
		reader := bufio.NewReader(connection)
		for {
			request, err := http.ReadRequest(reader)
			if err != nil {
				return
			}
			wanted := "Basic " + base64.StdEncoding.EncodeToString([]byte("me:"+password))
			if password != "" && request.Header.Get("Proxy-Authorization") != wanted {
				fmt.Fprint(connection, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")
				continue
			}
			fmt.Fprint(connection, "HTTP/1.1 200 OK\r\n\r\n")
			joined(struct {
				io.Reader
				io.Writer
			}{reader, connection})
			return
		}
	})
}

// socksProxy speaks SOCKS 5 without a password and knows every name.
func socksProxy(t *testing.T) (string, *atomic.Int32) {
	return served(t, func(connection net.Conn) {
		head := make([]byte, 2)
		if _, err := io.ReadFull(connection, head); err != nil {
			return
		}
		io.CopyN(io.Discard, connection, int64(head[1]))
		connection.Write([]byte{5, 0})
		request := make([]byte, 5)
		if _, err := io.ReadFull(connection, request); err != nil {
			return
		}
		rest := map[byte]int{1: 3, 3: int(request[4]), 4: 15}[request[3]] + 2
		io.CopyN(io.Discard, connection, int64(rest))
		answer := []byte{5, 0, 0, 1, 127, 0, 0, 1}
		connection.Write(binary.BigEndian.AppendUint16(answer, 1))
		joined(connection)
	})
}

func TestProxies(t *testing.T) {
	p := theParts()
	open, opened := httpProxy(t, "")
	locked, _ := httpProxy(t, "planted-secret")
	socks, socksUsed := socksProxy(t)
	port := running.url[strings.LastIndex(running.url, ":"):]
	// a name that only the proxies know
	named := "server: https://api.sallyport.test" + port + "\ntls-server-name: localhost\ncertificate-authority: " + running.path("ca.crt")
	is := func(name, cluster, user string) configuration {
		return configuration{name: name, cluster: cluster, user: p.bob, wanted: user, fails: user == ""}
	}
	environment := func(c configuration, variables ...string) configuration {
		c.environment = append(variables, "KUBECONFIG=FOLDER/config")
		return c
	}
	compare(t, []configuration{
		is("http proxy", p.trusted+"\nproxy-url: http://"+open, "bob"),
		is("http proxy that resolves", named+"\nproxy-url: http://"+open, "bob"),
		is("no proxy that resolves", named, ""),
		is("socks5", p.trusted+"\nproxy-url: socks5://"+socks, "bob"),
		is("socks5 that resolves", named+"\nproxy-url: socks5://"+socks, "bob"),
		is("with a password", p.trusted+"\nproxy-url: http://me:planted-secret@"+locked, "bob"),
		is("with a wrong password", p.trusted+"\nproxy-url: http://me:planted-wrong@"+locked, ""),
		is("without the password", p.trusted+"\nproxy-url: http://"+locked, ""),
		is("proxy that is not there", p.trusted+"\nproxy-url: http://127.0.0.1:1", ""),
		is("unknown scheme", p.trusted+"\nproxy-url: socks6://"+open, ""),
		is("no scheme", p.trusted+"\nproxy-url: "+open, ""),
		is("a word", p.trusted+"\nproxy-url: example.com", ""),
		is("empty", p.trusted+"\nproxy-url: \"\"", "bob"),
		environment(is("of the environment", named, "bob"), "HTTPS_PROXY=http://"+open),
		environment(is("of the environment in small letters", named, "bob"), "https_proxy=http://"+open),
		environment(is("of the environment without a scheme", named, "bob"), "HTTPS_PROXY="+open),
		environment(is("socks5 of the environment", named, "bob"), "HTTPS_PROXY=socks5://"+socks),
		environment(is("of the environment, for http alone", named, ""), "HTTP_PROXY=http://"+open),
		environment(is("excepted host", named, ""), "HTTPS_PROXY=http://"+open, "NO_PROXY=api.sallyport.test"),
		environment(is("excepted domain", named, ""), "HTTPS_PROXY=http://"+open, "NO_PROXY=a.test, sallyport.test"),
		environment(is("excepted domain with a dot", named, ""), "HTTPS_PROXY=http://"+open, "no_proxy=.sallyport.test"),
		environment(is("other domain excepted", named, "bob"), "HTTPS_PROXY=http://"+open, "NO_PROXY=port.test,api"),
		environment(is("other port excepted", named, "bob"), "HTTPS_PROXY=http://"+open, "NO_PROXY=api.sallyport.test:1"),
		environment(is("this port excepted", named, ""), "HTTPS_PROXY=http://"+open, "NO_PROXY=api.sallyport.test"+port),
		environment(is("all excepted", named, ""), "HTTPS_PROXY=http://"+open, "NO_PROXY=*"),
		environment(is("loopback never goes through the environment's", p.trusted, "bob"), "HTTPS_PROXY=http://127.0.0.1:1"),
		environment(is("the kubeconfig's beats exceptions", named+"\nproxy-url: http://"+open, "bob"), "NO_PROXY=*"),
	})
	if opened.Load() == 0 || socksUsed.Load() == 0 {
		t.Error("the proxies were not used")
	}
}

// TestPlainHTTP: over http neither sends a credential.
func TestPlainHTTP(t *testing.T) {
	var seen atomic.Int32
	listener := must(net.Listen("tcp", "127.0.0.1:0"))
	server := &http.Server{ErrorLog: silent, Handler: http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if request.Header.Get("Authorization") != "" {
			seen.Add(1)
		}
		answer.Header().Set("Content-Type", "application/json")
		fmt.Fprint(answer, "{}")
	})}
	go server.Serve(listener)
	t.Cleanup(func() { server.Close() })
	address := "http://" + listener.Addr().String()
	for _, user := range []string{"token: planted-a", "username: a\npassword: planted-b"} {
		bothSides(t, configuration{cluster: "server: " + address, user: user})
	}
	if seen.Load() > 0 {
		t.Errorf("%d requests carried a credential in the clear", seen.Load())
	}
}
