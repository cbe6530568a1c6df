// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
)

const (
	outboundPort   = 15001
	requestTimeout = 8 * time.Second
)

// Outcome is what a client got.
type Outcome struct {
	Status  int
	Closed  bool
	Problem string // why there is no status, in the client's words
	Body    string
	GRPC    string // grpc-status, from the trailers or, when that is all there is, the headers
	Visits  []Visit
	Lines   []LogLine
}

// String is the outcome as a table shows it.
func (o Outcome) String() string {
	switch {
	case o.GRPC != "":
		return strconv.Itoa(o.Status) + " grpc-status " + o.GRPC
	case o.Status != 0:
		return strconv.Itoa(o.Status)
	case o.Closed:
		return "closed"
	default:
		return o.Problem
	}
}

// errGone says that a connection that was to be kept open is not there any more.
var errGone = errors.New("the held connection was closed")

// errNotServed says that a gateway does not listen on a port of its Service: no object asks for it.
var errNotServed = errors.New("the gateway does not listen there")

// caller makes one client's requests, each on a connection of its own unless the request names one to keep.
type caller struct {
	world *World
	vips  map[string]string
	held  map[string]*heldConnection
}

type heldConnection struct {
	transport *http.Transport
	stream    net.Conn
	reader    *bufio.Reader
}

func (h *heldConnection) close() {
	if h.transport != nil {
		h.transport.CloseIdleConnections()
	}
	if h.stream != nil {
		_ = h.stream.Close()
	}
}

// target is where the application means to go.
type target struct {
	scheme string // http, https or tcp, tls
	host   string
	port   int
	path   string
	h2     bool
	grpc   bool
	socket bool
}

func parseTarget(text string) (target, error) {
	u, err := url.Parse(text)
	if err != nil {
		return target{}, err
	}
	t := target{host: u.Hostname(), path: u.RequestURI()}
	secure := false
	switch u.Scheme {
	case "http":
	case "https":
		secure = true
	case "h2c":
		t.h2 = true
	case "h2":
		t.h2, secure = true, true
	case "grpc":
		t.h2, t.grpc = true, true
	case "grpcs":
		t.h2, t.grpc, secure = true, true, true
	case "ws":
		t.socket = true
	case "wss":
		t.socket, secure = true, true
	case "tcp":
		t.scheme = "tcp"
	default:
		return target{}, fmt.Errorf("no way to speak %q", u.Scheme)
	}
	if t.scheme == "" {
		t.scheme, t.port = "http", 80
		if secure {
			t.scheme, t.port = "https", 443
		}
	}
	if u.Port() != "" {
		t.port, err = strconv.Atoi(u.Port())
	}
	return t, err
}

// Do makes one request.
func (c *caller) Do(r Request) Outcome {
	to, err := parseTarget(r.URL)
	if err != nil {
		return Outcome{Problem: err.Error()}
	}
	switch {
	case to.scheme == "tcp":
		return c.stream(r, to)
	case to.socket:
		return c.webSocket(r, to)
	case r.Raw != "":
		return c.raw(r, to)
	case r.Authority != "":
		return c.forgedAuthority(r, to)
	}
	return c.http(r, to)
}

// dial opens the connection that the request travels on: through the client's sidecar, or past it to a gateway.
func (c *caller) dial(r Request, to target) (net.Conn, error) {
	client := c.world.Client(r.From)
	if r.Direct != nil {
		return c.dialGateway(client, *r.Direct)
	}
	ip, port, err := c.destination(r, client, to)
	if err != nil {
		return nil, err
	}
	raw, err := net.DialTimeout("tcp4", net.JoinHostPort(client.IP, strconv.Itoa(outboundPort)), requestTimeout)
	if err != nil {
		return nil, err
	}
	_ = raw.SetDeadline(time.Now().Add(requestTimeout))
	_, err = fmt.Fprintf(raw, "PROXY TCP4 %s %s 40000 %d\r\n", client.IP, ip, port)
	return raw, err
}

// destination is the address that the application's resolver would give.
func (c *caller) destination(r Request, client *Client, to target) (string, int, error) {
	host, port := to.host, to.port
	if r.Address != "" {
		host = r.Address
		if h, p, err := net.SplitHostPort(r.Address); err == nil {
			host = h
			if port, err = strconv.Atoi(p); err != nil {
				return "", 0, err
			}
		}
		if gateway := c.world.Gateway(host); gateway != nil {
			return gateway.ClusterIP, port, nil
		}
	}
	if ip := net.ParseIP(host); ip != nil {
		return host, port, nil
	}
	if vip := c.vips[client.Namespace+"/"+host]; vip != "" && client.DNSCapture {
		return vip, port, nil
	}
	if addresses := c.world.Addresses[host]; len(addresses) > 0 {
		if network, err := netip.ParsePrefix(addresses[0]); err == nil {
			return network.Addr().Next().String(), port, nil
		}
		return addresses[0], port, nil
	}
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(host))
	return fmt.Sprintf("198.18.%d.%d", sum.Sum32()%256, 1+sum.Sum32()/256%250), port, nil
}

func (c *caller) dialGateway(client *Client, d Direct) (net.Conn, error) {
	gateway := c.world.Gateway(d.Gateway)
	if gateway == nil {
		return nil, fmt.Errorf("no gateway %q", d.Gateway)
	}
	dialer := net.Dialer{Timeout: requestTimeout, LocalAddr: &net.TCPAddr{IP: net.ParseIP(client.IP)}}
	raw, err := dialer.Dial("tcp4", net.JoinHostPort(gateway.IP, strconv.Itoa(gateway.TargetPort(d.Port))))
	if errors.Is(err, syscall.ECONNREFUSED) {
		return nil, errNotServed
	}
	if err != nil {
		return nil, err
	}
	_ = raw.SetDeadline(time.Now().Add(requestTimeout))
	if d.Plaintext {
		return raw, nil
	}
	// the gateway's name is a SPIFFE identity, which a web client cannot compare; who answers is not the question here
	config := &tls.Config{ServerName: d.SNI, NextProtos: d.ALPN, InsecureSkipVerify: true} //nolint:gosec
	switch d.Certificate {
	case "":
		config.Certificates = []tls.Certificate{meshAuthority().Workload(client.Namespace, client.ServiceAccount)}
	case "foreign":
		config.Certificates = []tls.Certificate{unknownAuthority().Workload(client.Namespace, client.ServiceAccount)}
	case "none":
	default: // a DNS name beside the identity, to unsettle whoever reads the certificate's parts
		config.Certificates = []tls.Certificate{meshAuthority().Workload(client.Namespace, client.ServiceAccount, d.Certificate)}
	}
	secured := tls.Client(raw, config)
	if err := secured.Handshake(); err != nil {
		_ = raw.Close()
		return nil, err
	}
	return secured, nil
}

func (c *caller) transport(r Request, to target) *http.Transport {
	var protocols http.Protocols
	protocols.SetHTTP1(!to.h2)
	protocols.SetHTTP2(to.h2)
	protocols.SetUnencryptedHTTP2(to.h2)
	name := r.SNI
	if name == "" {
		name = to.host
	}
	dialed := false
	return &http.Transport{
		Protocols: &protocols, DisableCompression: true, MaxConnsPerHost: 1, ResponseHeaderTimeout: requestTimeout,
		TLSClientConfig: &tls.Config{RootCAs: publicAuthority().Pool(), ServerName: name},
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			if dialed && r.Connection != "" {
				return nil, errGone
			}
			dialed = true
			conn, err := c.dial(r, to)
			if err == nil && r.Connection != "" {
				_ = conn.SetDeadline(time.Time{})
			}
			return conn, err
		},
	}
}

func (c *caller) http(r Request, to target) Outcome {
	request, err := buildRequest(r, to)
	if err != nil {
		return Outcome{Problem: err.Error()}
	}
	var transport *http.Transport
	if held := c.held[r.Connection]; r.Connection != "" && held != nil {
		transport = held.transport
	} else {
		transport = c.transport(r, to)
		if r.Connection != "" {
			c.held[r.Connection] = &heldConnection{transport: transport}
		} else {
			defer transport.CloseIdleConnections()
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), requestTimeout)
	defer cancel()
	answer, err := transport.RoundTrip(request.WithContext(ctx))
	if err != nil {
		return failure(err)
	}
	return readAnswer(answer)
}

func buildRequest(r Request, to target) (*http.Request, error) {
	method := r.Method
	if method == "" {
		method = http.MethodGet
	}
	var body io.Reader
	switch {
	case to.grpc:
		method, body = http.MethodPost, bytes.NewReader([]byte{0, 0, 0, 0, 0})
	case r.BodySize > 0:
		body = io.LimitReader(zeros{}, int64(r.BodySize))
		if r.Method == "" {
			method = http.MethodPost
		}
	case r.Body != "":
		body = strings.NewReader(r.Body)
	}
	host := to.host
	if to.port != 80 && to.scheme == "http" || to.port != 443 && to.scheme == "https" {
		host = net.JoinHostPort(host, strconv.Itoa(to.port))
	}
	request, err := http.NewRequest(method, to.scheme+"://"+host+to.path, body)
	if err != nil {
		return nil, err
	}
	if r.BodySize > 0 {
		request.ContentLength = int64(r.BodySize)
	}
	if to.grpc {
		request.Header.Set("Content-Type", "application/grpc")
		request.Header.Set("TE", "trailers")
	}
	for _, header := range r.Headers {
		name, value, _ := strings.Cut(header, ":")
		value = strings.TrimSpace(value)
		if strings.EqualFold(name, "host") {
			request.Host = value
			continue
		}
		// not canonical on purpose where the case writes another spelling
		request.Header[name] = append(request.Header[name], value)
	}
	return request, nil
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func readAnswer(answer *http.Response) Outcome {
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, 64<<20))
	if err != nil {
		return failure(err)
	}
	status := answer.Trailer.Get("Grpc-Status")
	if status == "" {
		status = answer.Header.Get("Grpc-Status")
	}
	return Outcome{Status: answer.StatusCode, Body: string(body), GRPC: status}
}

// failure tells a closed connection from a silent one and from an answer that must not be trusted.
func failure(err error) Outcome {
	var untrusted *tls.CertificateVerificationError
	var unknown x509.UnknownAuthorityError
	var wrongName x509.HostnameError
	var slow net.Error
	switch {
	case errors.As(err, &untrusted), errors.As(err, &unknown), errors.As(err, &wrongName):
		return Outcome{Problem: "untrusted certificate: " + err.Error()}
	case errors.As(err, &slow) && slow.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return Outcome{Problem: "no answer in time"}
	case errors.Is(err, errGone), errors.Is(err, errNotServed):
		return Outcome{Closed: true, Problem: err.Error()}
	}
	for _, sign := range []string{"EOF", "reset", "closed", "broken pipe", "remote error: tls", "GOAWAY", "malformed HTTP",
		"stream error", "could not be established", "bad record MAC", "first record does not look like a TLS handshake"} {
		if strings.Contains(err.Error(), sign) {
			return Outcome{Closed: true, Problem: err.Error()}
		}
	}
	return Outcome{Problem: err.Error()}
}

func (c *caller) raw(r Request, to target) Outcome {
	conn, err := c.dial(r, to)
	if err != nil {
		return failure(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, r.Raw); err != nil {
		return failure(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return failure(err)
	}
	if answer.StatusCode == http.StatusSwitchingProtocols {
		return Outcome{Status: answer.StatusCode}
	}
	return readAnswer(answer)
}

// stream sends one line and waits for one.
func (c *caller) stream(r Request, to target) Outcome {
	held := c.held[r.Connection]
	if r.Connection == "" || held == nil {
		conn, err := c.dial(r, to)
		if err != nil {
			return failure(err)
		}
		held = &heldConnection{stream: conn, reader: bufio.NewReader(conn)}
		if r.Connection == "" {
			defer conn.Close()
		} else {
			c.held[r.Connection] = held
		}
	}
	if r.Wait != "" {
		pause, err := time.ParseDuration(r.Wait)
		if err != nil {
			return Outcome{Problem: err.Error()}
		}
		time.Sleep(pause)
	}
	_ = held.stream.SetDeadline(time.Now().Add(requestTimeout))
	line := r.Body
	if line == "" {
		line = "hello"
	}
	if _, err := io.WriteString(held.stream, line+"\n"); err != nil {
		return failure(err)
	}
	answer, err := held.reader.ReadString('\n')
	if err != nil {
		out := failure(err)
		out.Body = answer
		return out
	}
	var refusal int // a proxy that expected HTTP
	if _, err := fmt.Sscanf(answer, "HTTP/1.1 %d", &refusal); err == nil {
		return Outcome{Status: refusal, Body: answer}
	}
	return Outcome{Status: http.StatusOK, Body: answer}
}

// webSocket upgrades and exchanges one line.
func (c *caller) webSocket(r Request, to target) Outcome {
	conn, err := c.dial(r, to)
	if err != nil {
		return failure(err)
	}
	defer conn.Close()
	if to.scheme == "https" {
		secured := tls.Client(conn, &tls.Config{RootCAs: publicAuthority().Pool(), ServerName: to.host})
		if err := secured.Handshake(); err != nil {
			return failure(err)
		}
		conn = secured
	}
	request, err := buildRequest(r, to)
	if err != nil {
		return Outcome{Problem: err.Error()}
	}
	for name, value := range map[string]string{"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
		"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="} {
		request.Header[name] = []string{value}
	}
	if err := request.Write(conn); err != nil {
		return failure(err)
	}
	reader := bufio.NewReader(conn)
	answer, err := http.ReadResponse(reader, nil)
	if err != nil {
		return failure(err)
	}
	if answer.StatusCode != http.StatusSwitchingProtocols {
		return readAnswer(answer)
	}
	if _, err := io.WriteString(conn, "over the socket\n"); err != nil {
		return failure(err)
	}
	line, err := reader.ReadString('\n')
	if err != nil {
		return failure(err)
	}
	return Outcome{Status: answer.StatusCode, Body: line}
}

// forgedAuthority sends an HTTP/2 request whose :authority and host header differ, which no library would.
func (c *caller) forgedAuthority(r Request, to target) Outcome {
	conn, err := c.dial(r, to)
	if err != nil {
		return failure(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, http2.ClientPreface); err != nil {
		return failure(err)
	}
	framer := http2.NewFramer(conn, conn)
	framer.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
	var block bytes.Buffer
	encoder := hpack.NewEncoder(&block)
	fields := []hpack.HeaderField{{Name: ":method", Value: "GET"}, {Name: ":scheme", Value: "http"}, {Name: ":path", Value: to.path},
		{Name: ":authority", Value: r.Authority}, {Name: "host", Value: to.host}}
	for _, header := range r.Headers {
		name, value, _ := strings.Cut(header, ":")
		fields = append(fields, hpack.HeaderField{Name: strings.ToLower(name), Value: strings.TrimSpace(value)})
	}
	for _, field := range fields {
		_ = encoder.WriteField(field)
	}
	if err := framer.WriteSettings(); err != nil {
		return failure(err)
	}
	if err := framer.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: block.Bytes(), EndHeaders: true, EndStream: true}); err != nil {
		return failure(err)
	}
	return readFrames(framer)
}

func readFrames(framer *http2.Framer) Outcome {
	out := Outcome{}
	for count := 0; count < 1000; count++ {
		frame, err := framer.ReadFrame()
		if err != nil {
			return failure(err)
		}
		switch f := frame.(type) {
		case *http2.MetaHeadersFrame:
			out.Status, _ = strconv.Atoi(f.PseudoValue("status"))
			if f.StreamEnded() {
				return out
			}
		case *http2.DataFrame:
			out.Body += string(f.Data())
			if f.StreamEnded() {
				return out
			}
		case *http2.RSTStreamFrame, *http2.GoAwayFrame:
			return Outcome{Closed: true, Problem: "stream reset"}
		}
	}
	return Outcome{Problem: "no end of the answer"}
}
