{{- define "slug" -}}
{{ . | replace "." "-" | trunc 38 | trimSuffix "-" }}-{{ . | sha256sum | trunc 12 }}
{{- end -}}
{{- define "meta" -}}
metadata:
  labels:
    app.kubernetes.io/managed-by: sallyport
    sallyport.dev/mesh: default
  name: {{ .name }}
  namespace: {{ .namespace }}
{{- end -}}
