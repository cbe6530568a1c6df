// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bufio"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// Internet is every host outside the mesh. Each has an address of its own and answers whatever protocol it is spoken to;
// it remembers who came and what they brought.
type Internet struct {
	block *AddressBlock
	specs map[string]OriginSpec

	mutex     sync.Mutex
	addresses map[string]string // host -> loopback address
	listeners map[string]net.Listener
	visits    []Visit
}

// anywhere stands for every destination that no object describes: where a sidecar that lets everything out connects to.
const anywhere = "anywhere"

// Visit is one request, or one stream of bytes, that reached a host; a connection that brought nothing has no Bytes.
type Visit struct {
	At       string // the name that was resolved
	Port     int
	Source   string // address of the caller
	TLS      bool
	SNI      string
	ALPN     string
	Protocol string // HTTP/1.1, HTTP/2.0, tcp, or "" for a connection without a request
	Method   string
	Host     string
	Path     string
	Headers  http.Header
	Bytes    string
}

// NewInternet is empty; hosts appear when they are first resolved.
func NewInternet(t testing.TB, block *AddressBlock, specs map[string]OriginSpec) *Internet {
	n := &Internet{block: block, specs: specs, addresses: map[string]string{}, listeners: map[string]net.Listener{}}
	t.Cleanup(func() {
		n.mutex.Lock()
		defer n.mutex.Unlock()
		for _, listener := range n.listeners {
			_ = listener.Close()
		}
	})
	return n
}

// Resolve gives the address and port at which a host's port is served here. Low ports are moved up: no root is needed.
func (n *Internet) Resolve(host string, port int) (string, int, error) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	ip, known := n.addresses[host]
	if !known {
		ip = n.block.Host(len(n.addresses))
		if host == anywhere {
			ip = n.block.Beyond()
		}
		n.addresses[host] = ip
	}
	actual := port
	if port < 1024 {
		actual = 20000 + port
	}
	key := net.JoinHostPort(ip, strconv.Itoa(actual))
	if _, open := n.listeners[key]; open {
		return ip, actual, nil
	}
	listener, err := net.Listen("tcp4", key)
	if err != nil {
		return "", 0, fmt.Errorf("origin %s: %w", host, err)
	}
	n.listeners[key] = listener
	go n.serve(listener, host, port)
	return ip, actual, nil
}

// Mark is a moment; Since gives the visits after it.
func (n *Internet) Mark() int {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return len(n.visits)
}

// Since gives copies of the visits after a mark.
func (n *Internet) Since(mark int) []Visit {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	return append([]Visit{}, n.visits[mark:]...)
}

func (n *Internet) record(visit Visit) {
	n.mutex.Lock()
	defer n.mutex.Unlock()
	n.visits = append(n.visits, visit)
}

type connectionKey struct{}

// connection is what a request needs to know about the socket it came on.
type connection struct {
	net.Conn
	reader *bufio.Reader
	visit  Visit
}

func (c *connection) Read(p []byte) (int, error) { return c.reader.Read(p) }

func (n *Internet) serve(listener net.Listener, host string, port int) {
	queue := &queueListener{address: listener.Addr(), connections: make(chan net.Conn), done: make(chan struct{})}
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	protocols.SetHTTP2(true)
	protocols.SetUnencryptedHTTP2(true)
	server := &http.Server{
		Handler: http.HandlerFunc(n.answer), Protocols: &protocols, ReadHeaderTimeout: 20 * time.Second,
		ConnContext: func(ctx context.Context, c net.Conn) context.Context {
			if secured, ok := c.(*tls.Conn); ok {
				c = secured.NetConn()
			}
			return context.WithValue(ctx, connectionKey{}, c)
		},
	}
	server.ErrorLog = quietLog
	go func() { _ = server.Serve(queue) }()
	for {
		raw, err := listener.Accept()
		if err != nil {
			close(queue.done)
			_ = server.Close()
			return
		}
		go n.welcome(raw, host, port, queue)
	}
}

// welcome finds out what the caller speaks: TLS, HTTP or plain bytes.
func (n *Internet) welcome(raw net.Conn, host string, port int, queue *queueListener) {
	source, _, _ := net.SplitHostPort(raw.RemoteAddr().String())
	spec := n.specs[host]
	c := &connection{Conn: raw, reader: bufio.NewReader(raw), visit: Visit{At: host, Port: port, Source: source}}
	n.record(c.visit)
	if spec.ServerFirst != "" {
		_, _ = io.WriteString(raw, spec.ServerFirst)
	}
	head, err := c.reader.Peek(1)
	if err != nil {
		_ = raw.Close()
		return
	}
	if head[0] == 0x16 {
		queue.push(tls.Server(c, n.tlsConfig(host, spec)))
		return
	}
	if looksLikeHTTP(c.reader) {
		queue.push(c)
		return
	}
	n.echo(c)
}

func looksLikeHTTP(reader *bufio.Reader) bool {
	head, _ := reader.Peek(4)
	for _, method := range []string{"GET ", "POST", "PUT ", "HEAD", "PRI ", "DELE", "OPTI", "PATC", "CONN", "TRAC"} {
		if strings.HasPrefix(string(head), method) {
			return true
		}
	}
	return false
}

// echo answers a plain stream line by line, saying who it is.
func (n *Internet) echo(c *connection) {
	defer c.Conn.Close()
	for {
		line, err := c.reader.ReadString('\n')
		if line != "" {
			visit := c.visit
			visit.Protocol, visit.Bytes = "tcp", line
			n.record(visit)
			_, _ = fmt.Fprintf(c.Conn, "%s:%d says %s", c.visit.At, c.visit.Port, line)
		}
		if err != nil {
			return
		}
	}
}

func (n *Internet) tlsConfig(host string, spec OriginSpec) *tls.Config {
	protocols := []string{"h2", "http/1.1"}
	if spec.HTTP1Only {
		protocols = protocols[1:]
	}
	return &tls.Config{
		NextProtos: protocols,
		GetCertificate: func(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
			name := hello.ServerName
			if name == "" {
				name = host
			}
			leaf := publicAuthority().Host(name, spec.Certificate == "expired")
			switch spec.Certificate {
			case "unknown-ca":
				leaf = unknownAuthority().Host(name, false)
			case "wrong-name":
				leaf = publicAuthority().Host("somebody-else.example.net", false)
			}
			return &leaf, nil
		},
	}
}

// answer tells the caller whom it reached; who came is kept for the comparison.
func (n *Internet) answer(w http.ResponseWriter, r *http.Request) {
	c := r.Context().Value(connectionKey{}).(*connection)
	visit := c.visit
	visit.Protocol, visit.Method, visit.Host, visit.Path, visit.Headers = r.Proto, r.Method, r.Host, r.URL.Path, r.Header.Clone()
	if r.TLS != nil {
		visit.TLS, visit.SNI, visit.ALPN = true, r.TLS.ServerName, r.TLS.NegotiatedProtocol
	}
	length, _ := io.Copy(io.Discard, r.Body)
	visit.Bytes = strconv.FormatInt(length, 10)
	n.record(visit)
	w.Header().Set("X-Origin", c.visit.At)
	if strings.EqualFold(r.Header.Get("Upgrade"), "websocket") {
		n.webSocket(w, c)
		return
	}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/grpc") {
		w.Header().Set("Content-Type", "application/grpc")
		w.Header().Set("Trailer", "Grpc-Status")
		_, _ = w.Write([]byte{0, 0, 0, 0, 0})
		w.Header().Set("Grpc-Status", "0")
		return
	}
	fmt.Fprintf(w, "%s:%d answered %s %s, %d bytes received\n", c.visit.At, c.visit.Port, r.Method, r.URL.Path, length)
}

func (n *Internet) webSocket(w http.ResponseWriter, c *connection) {
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		http.Error(w, "no upgrade on this protocol", http.StatusNotImplemented)
		return
	}
	raw, buffered, err := hijacker.Hijack()
	if err != nil {
		return
	}
	defer raw.Close()
	_, _ = io.WriteString(raw, "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
	line, err := buffered.ReadString('\n')
	if err == nil {
		_, _ = fmt.Fprintf(raw, "%s:%d says %s", c.visit.At, c.visit.Port, line)
	}
}

// queueListener hands connections to a server one by one.
type queueListener struct {
	address     net.Addr
	connections chan net.Conn
	done        chan struct{}
}

func (q *queueListener) push(c net.Conn) {
	select {
	case q.connections <- c:
	case <-q.done:
		_ = c.Close()
	}
}

func (q *queueListener) Accept() (net.Conn, error) {
	select {
	case c := <-q.connections:
		return c, nil
	case <-q.done:
		return nil, net.ErrClosed
	}
}

func (q *queueListener) Close() error   { return nil }
func (q *queueListener) Addr() net.Addr { return q.address }
