{{- define "portage.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* Cut to 52 letters: a CronJob adds 11 to the names of its jobs. */}}
{{- define "portage.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else if contains (include "portage.name" .) .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "portage.name" .) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "portage.selector" -}}
app.kubernetes.io/name: {{ include "portage.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "portage.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "portage.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{- define "portage.serviceAccount" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "portage.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "portage.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "portage.credentials" -}}
{{- default (printf "%s-port" (include "portage.fullname" .)) .Values.port.existingSecret -}}
{{- end -}}

{{/* The content of config.yaml; its address of Port is that of port.baseUrl. */}}
{{- define "portage.config" -}}
{{- $config := mustDeepCopy .Values.config -}}
{{- $port := mustMergeOverwrite (dict "base_url" .Values.port.baseUrl) (default (dict) (get $config "port")) -}}
{{- $_ := set $config "port" $port -}}
{{- if .Values.mapping -}}
{{- $_ := set $config "mapping_file" "/etc/portage/port-app-config.yml" -}}
{{- end -}}
{{- toYaml $config -}}
{{- end -}}

{{/* The pod of both workloads; called with the root and the restart policy. */}}
{{- define "portage.pod" -}}
{{- $root := .root -}}
{{- with $root.Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
serviceAccountName: {{ include "portage.serviceAccount" $root }}
automountServiceAccountToken: false
enableServiceLinks: false
restartPolicy: {{ .restartPolicy }}
terminationGracePeriodSeconds: {{ $root.Values.terminationGracePeriodSeconds }}
{{- with $root.Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
securityContext:
  {{- toYaml $root.Values.podSecurityContext | nindent 2 }}
containers:
  - name: portage
    image: {{ include "portage.image" $root | quote }}
    imagePullPolicy: {{ $root.Values.image.pullPolicy }}
    securityContext:
      {{- toYaml $root.Values.securityContext | nindent 6 }}
    env:
      - name: PORTAGE_CONFIG
        value: /etc/portage/config.yaml
      - name: PORTAGE__STATE__DIRECTORY
        value: /tmp/ocean/state
      {{- if eq .restartPolicy "Never" }}
      - name: OCEAN__EVENT_LISTENER__TYPE
        value: ONCE
      {{- else }}
      - name: APPLICATION__PORT
        value: "8000"
      - name: PORTAGE__HTTP__PUBLIC
        value: {{ prepend $root.Values.http.public "health" | uniq | join "," | quote }}
      {{- with $root.Values.http.tokenSecret }}
      - name: PORTAGE__HTTP__TOKEN
        valueFrom:
          secretKeyRef:
            name: {{ . }}
            key: token
      {{- end }}
      {{- end }}
      {{- with $root.Values.javaOptions }}
      - name: PORTAGE_JAVA_OPTS
        value: {{ . | quote }}
      {{- end }}
      {{- with $root.Values.extraEnv }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    envFrom:
      - secretRef:
          name: {{ include "portage.credentials" $root }}
      {{- range $root.Values.secrets }}
      - secretRef:
          name: {{ . }}
      {{- end }}
    {{- if ne .restartPolicy "Never" }}
    ports:
      - name: http
        containerPort: 8000
        protocol: TCP
    livenessProbe:
      httpGet: {path: /health/live, port: http}
      {{- toYaml $root.Values.probes.liveness | nindent 6 }}
    readinessProbe:
      httpGet: {path: /health/ready, port: http}
      {{- toYaml $root.Values.probes.readiness | nindent 6 }}
    {{- end }}
    resources:
      {{- toYaml $root.Values.resources | nindent 6 }}
    volumeMounts:
      - name: config
        mountPath: /etc/portage
        readOnly: true
      - name: scratch
        mountPath: /tmp/ocean
      {{- if or $root.Values.certificates.configMap $root.Values.certificates.secret }}
      - name: certificates
        mountPath: /usr/local/share/ca-certificates
        readOnly: true
      {{- end }}
      {{- with $root.Values.extraVolumeMounts }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
volumes:
  - name: config
    configMap:
      name: {{ include "portage.fullname" $root }}
  - name: scratch
    {{- if $root.Values.scratch.existingClaim }}
    persistentVolumeClaim:
      claimName: {{ $root.Values.scratch.existingClaim }}
    {{- else }}
    emptyDir:
      sizeLimit: {{ $root.Values.scratch.sizeLimit }}
    {{- end }}
  {{- if $root.Values.certificates.configMap }}
  - name: certificates
    configMap:
      name: {{ $root.Values.certificates.configMap }}
  {{- else if $root.Values.certificates.secret }}
  - name: certificates
    secret:
      secretName: {{ $root.Values.certificates.secret }}
  {{- end }}
  {{- with $root.Values.extraVolumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with $root.Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $root.Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $root.Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Labels and annotations of a pod; a change of what it reads makes a new one. */}}
{{- define "portage.podMetadata" -}}
labels:
  {{- include "portage.selector" . | nindent 2 }}
  {{- with .Values.podLabels }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
annotations:
  checksum/config: {{ printf "%s%s" (include "portage.config" .) (toYaml .Values.mapping) | sha256sum }}
  {{- with .Values.podAnnotations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}
