// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"crypto/tls"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// webhook is an admission webhook that refuses objects named rejected-…, and warns of those named warned-…
type webhook struct {
	folder   string
	listener net.Listener
	server   *http.Server
}

func startWebhook(folder string) *webhook {
	certificate := must(tls.LoadX509KeyPair(filepath.Join(folder, "server.crt"), filepath.Join(folder, "server.key")))
	listener := must(tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: []tls.Certificate{certificate}}))
	w := &webhook{folder: folder, listener: listener, server: &http.Server{Handler: http.HandlerFunc(review)}}
	go w.server.Serve(listener)
	return w
}

func (w *webhook) stop() { _ = w.server.Close() }

func (w *webhook) configuration() string {
	authority := base64.StdEncoding.EncodeToString(must(os.ReadFile(filepath.Join(w.folder, "ca.crt"))))
	return fmt.Sprintf(`
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: names}
webhooks:
- name: names.test.sallyport.dev
  admissionReviewVersions: [v1]
  sideEffects: None
  failurePolicy: Fail
  timeoutSeconds: 5
  clientConfig:
    url: https://%s/
    caBundle: %s
  rules:
  - {apiGroups: [networking.istio.io, security.istio.io], apiVersions: ["*"], operations: [CREATE, UPDATE], resources: ["*"]}
`, w.listener.Addr(), authority)
}

func review(answer http.ResponseWriter, request *http.Request) {
	var body struct {
		Request struct {
			UID  string `json:"uid"`
			Name string `json:"name"`
		} `json:"request"`
	}
	if err := json.NewDecoder(request.Body).Decode(&body); err != nil {
		http.Error(answer, err.Error(), http.StatusBadRequest)
		return
	}
	response := map[string]any{"uid": body.Request.UID, "allowed": true}
	if strings.HasPrefix(body.Request.Name, "rejected-") {
		response["allowed"] = false
		response["status"] = map[string]any{"code": 403, "message": "this name is not wanted"}
	}
	if strings.HasPrefix(body.Request.Name, "warned-") {
		response["warnings"] = []string{`this name is "unusual", think of another`}
	}
	answer.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(answer).Encode(map[string]any{
		"apiVersion": "admission.k8s.io/v1", "kind": "AdmissionReview", "response": response,
	})
}
