// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

package mesh

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/diag"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/config/crd"
	"istio.io/istio/pkg/config/schema/collections"
	"istio.io/istio/pkg/webhooks/validation/server"
	admission "k8s.io/api/admission/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/types"
	"sigs.k8s.io/yaml"
)

// schemas checks objects as an API server does with Istio's CustomResourceDefinitions: OpenAPI and CEL rules.
var schemas = sync.OnceValues(func() (*crd.Validator, error) {
	folder, err := istioSource()
	if err != nil {
		return nil, err
	}
	return crd.NewValidatorFromFilesWithOptions(
		[]string{filepath.Join(folder, "manifests/charts/base/files/crd-all.gen.yaml")}, crd.WithoutCRDValidation())
})

var webhook = sync.OnceValue(func() http.Handler {
	mux := http.NewServeMux()
	must(server.New(server.Options{Schemas: collections.Pilot, DomainSuffix: "cluster.local", Mux: mux}))
	return mux
})

// Validate gives everything that an API server with istiod's webhook, and Istio's analyzers, say about the objects.
func Validate(t testing.TB, w *World, stream []byte, objects []config.Config) []string {
	var said []string
	checker, err := schemas()
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range splitDocuments(stream) {
		object := &unstructured.Unstructured{}
		data, err := yaml.YAMLToJSON(part)
		if err == nil {
			err = object.UnmarshalJSON(data)
		}
		if err != nil {
			return append(said, "yaml: "+err.Error())
		}
		for _, message := range admit(object) {
			said = append(said, fmt.Sprintf("webhook: %s %s/%s: %s", object.GetKind(), object.GetNamespace(), object.GetName(), message))
		}
		if err := checker.ValidateCustomResource(object.DeepCopy()); err != nil {
			said = append(said, "schema: "+err.Error())
		}
	}
	return append(said, analyze(t, w, stream, objects)...)
}

// admit asks istiod's webhook as the API server would; errors and warnings alike.
func admit(object *unstructured.Unstructured) []string {
	raw := must(json.Marshal(object))
	gvk := object.GroupVersionKind()
	review := admission.AdmissionReview{
		TypeMeta: metav1.TypeMeta{APIVersion: "admission.k8s.io/v1", Kind: "AdmissionReview"},
		Request: &admission.AdmissionRequest{
			UID: types.UID(object.GetName()), Kind: metav1.GroupVersionKind{Group: gvk.Group, Version: gvk.Version, Kind: gvk.Kind},
			Name: object.GetName(), Namespace: object.GetNamespace(), Operation: admission.Create, Object: runtime.RawExtension{Raw: raw},
		},
	}
	request := httptest.NewRequest(http.MethodPost, "/validate", bytes.NewReader(must(json.Marshal(review))))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	webhook().ServeHTTP(recorder, request)
	var answer admission.AdmissionReview
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil || answer.Response == nil {
		return []string{"no answer: " + recorder.Body.String()}
	}
	said := answer.Response.Warnings
	if !answer.Response.Allowed {
		said = append(said, "refused: "+answer.Response.Result.Message)
	}
	return said
}

// analyze runs every analyzer of Istio with the world around the objects; without it most of them have nothing to look at.
func analyze(t testing.TB, w *World, stream []byte, objects []config.Config) []string {
	around, err := toYAML(w.Objects(namespacesOf(objects)))
	if err != nil {
		t.Fatal(err)
	}
	analyzer := local.NewSourceAnalyzer(analyzers.AllCombined(), "", "istio-system", nil)
	meshFile := filepath.Join(t.TempDir(), "mesh.yaml")
	if err := os.WriteFile(meshFile, []byte("outboundTrafficPolicy: {mode: REGISTRY_ONLY}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := analyzer.AddFileKubeMeshConfig(meshFile); err != nil {
		t.Fatal(err)
	}
	err = analyzer.AddTestReaderKubeSource([]local.ReaderSource{
		{Name: "around", Reader: bytes.NewReader(around)}, {Name: "compiled", Reader: bytes.NewReader(stream)},
	})
	if err != nil {
		return []string{"analyzers: " + err.Error()}
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := analyzer.Analyze(stop)
	if err != nil {
		return []string{"analyzers: " + err.Error()}
	}
	var said []string
	for _, message := range result.Messages {
		if message.Type.Level() == diag.Info && !strings.Contains(message.Resource.Metadata.FullName.String(), "egp-") {
			continue // about the world, not about the objects
		}
		said = append(said, message.String())
	}
	return said
}
