// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	_ "istio.io/api/annotation" // the module is there for its CustomResourceDefinitions
)

// What a cluster has before anybody uses Sallyport on it. bob may look at everything of ours and change ServiceEntries that exist; alice
// and carol may do nothing. Objects named rejected-… are refused by an admission webhook, those with the label
// test.sallyport.dev/refused by an admission policy.
const world = `
apiVersion: v1
kind: Namespace
metadata: {name: mytest}
---
apiVersion: v1
kind: Namespace
metadata: {name: payments}
---
apiVersion: v1
kind: Namespace
metadata: {name: egress}
---
apiVersion: v1
kind: Namespace
metadata: {name: istio-egress}
---
apiVersion: v1
kind: Namespace
metadata: {name: istio-system}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: editor, namespace: mytest}
rules:
- apiGroups: [networking.istio.io]
  resources: [serviceentries, virtualservices, destinationrules, gateways]
  verbs: [get, list, watch]
- apiGroups: [networking.istio.io]
  resources: [serviceentries]
  verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: editor, namespace: mytest}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: editor}
subjects:
- {apiGroup: rbac.authorization.k8s.io, kind: User, name: bob}
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: refused}
spec:
  failurePolicy: Fail
  matchConstraints:
    resourceRules:
    - apiGroups: [networking.istio.io, security.istio.io]
      apiVersions: ["*"]
      operations: [CREATE, UPDATE]
      resources: ["*"]
  validations:
  - expression: "!has(object.metadata.labels) || !('test.sallyport.dev/refused' in object.metadata.labels)"
    message: this label is not wanted
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: refused}
spec: {policyName: refused, validationActions: [Deny]}
`

func (s *server) populate() error {
	istio, err := istioCustomResources()
	if err != nil {
		return err
	}
	own := filepath.Join(suiteFolder(), "crds")
	if _, err := s.kubectl("admin", "", "apply", "--server-side", "-f", istio, "-f", own); err != nil {
		return err
	}
	if _, err := s.kubectl("admin", "", "wait", "--for=condition=Established", "--timeout=60s", "crd", "--all"); err != nil {
		return err
	}
	if _, err := s.kubectl("admin", world, "apply", "--server-side", "-f", "-"); err != nil {
		return err
	}
	s.webhook = startWebhook(s.folder)
	_, err = s.kubectl("admin", s.webhook.configuration(), "apply", "--server-side", "-f", "-")
	return err
}

// istioCustomResources is the file of the module istio.io/api that holds them.
func istioCustomResources() (string, error) {
	command := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "istio.io/api")
	command.Dir = suiteFolder()
	output, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("the Go module istio.io/api is not there: %w", err)
	}
	path := filepath.Join(strings.TrimSpace(string(output)), "kubernetes", "customresourcedefinitions.gen.yaml")
	_, err = os.Stat(path)
	return path, err
}

func suiteFolder() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(file)
}
