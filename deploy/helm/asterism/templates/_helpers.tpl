{{- define "asterism.labels" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "asterism.image" -}}
{{ .root.Values.image.repository }}/{{ .service }}:{{ .root.Values.image.tag | default .root.Chart.AppVersion }}
{{- end }}

{{- define "asterism.secret" -}}
valueFrom: {secretKeyRef: {name: {{ .root.Values.secret }}, key: {{ .key }}}}
{{- end }}

{{- define "asterism.database" -}}
- {name: SPRING_DATASOURCE_URL, value: {{ .url | quote }}}
- name: SPRING_DATASOURCE_USERNAME
  {{- include "asterism.secret" (dict "root" .root "key" "username") | nindent 2 }}
- name: SPRING_DATASOURCE_PASSWORD
  {{- include "asterism.secret" (dict "root" .root "key" "password") | nindent 2 }}
{{- end }}

{{- define "asterism.environment" -}}
- {name: SPRING_KAFKA_BOOTSTRAPSERVERS, value: {{ .root.Values.kafka.bootstrapServers | quote }}}
- {name: LOGGING_STRUCTURED_FORMAT_CONSOLE, value: ecs}
{{- with .root.Values.traces }}
- {name: MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT, value: {{ . | quote }}}
{{- end }}
- {name: ASTERISM_TOPIC, value: {{ .root.Values.kafka.topic | quote }}}
- {name: ASTERISM_ZONE, value: {{ .root.Values.zone | quote }}}
- {name: ASTERISM_ADMINISTRATOR, value: {{ .root.Values.administrator | quote }}}
- {name: ASTERISM_SIGNIN_ISSUER, value: {{ .root.Values.signIn.issuer | quote }}}
- {name: ASTERISM_SIGNIN_KEYSET, value: {{ .root.Values.signIn.keySet | quote }}}
- name: ASTERISM_SERVICETOKEN
  {{- include "asterism.secret" (dict "root" .root "key" "service-token") | nindent 2 }}
{{- end }}

{{- define "asterism.pod" -}}
automountServiceAccountToken: false
securityContext: {runAsNonRoot: true, runAsUser: 10001, fsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
{{- end }}

{{- define "asterism.confined" -}}
securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
{{- end }}

{{- define "asterism.probes" -}}
startupProbe: {httpGet: {path: /actuator/health/liveness, port: http}, periodSeconds: 5, failureThreshold: 60}
livenessProbe: {httpGet: {path: /actuator/health/liveness, port: http}, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6}
readinessProbe: {httpGet: {path: /actuator/health/readiness, port: http}, periodSeconds: 5, timeoutSeconds: 5}
{{- end }}

{{- define "asterism.apart" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "asterism.labels" . | nindent 8 }}
{{- end }}
