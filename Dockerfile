# The image of Portage: docker build -t portage .
#
# Built from the sources alone; what is in it, and why, is said in docs/adr/0018. Other places of the two images below:
# --build-arg BUILD_IMAGE=... --build-arg BASE_IMAGE=...
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-25
ARG BASE_IMAGE=docker.io/library/debian:12-slim

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY . .
# The tests are the gate's matter (mvn verify). The training run of the AOT cache is part of this step.
RUN JDK25_HOME="$JAVA_HOME" mvn -B -ntp -q -Pquick,dist -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM ${BASE_IMAGE}
ARG VERSION=1.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Portage" \
      org.opencontainers.image.description="Carries any REST API into Port's software catalog" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.documentation="docs/install.md" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

# Times of files stay as they are: the AOT cache knows its jar by them.
COPY --from=build /build/target/dist/portage /app

# Any uid may run it, with any group: everything is readable by all, and only /tmp/ocean is ever written.
RUN echo 'portage:x:1001:0:Portage:/tmp/ocean:/usr/sbin/nologin' >> /etc/passwd \
 && mkdir -p /tmp/ocean && chmod 1777 /tmp/ocean

# Metrics are open as the original's are; docs/access.md says what else can be.
ENV PORTAGE__HTTP__HOST=0.0.0.0 \
    PORTAGE__HTTP__PUBLIC=metrics \
    PORTAGE__STATE__DIRECTORY=/tmp/ocean/state \
    TMPDIR=/tmp/ocean \
    LANG=C.UTF-8
WORKDIR /app
USER 1001
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD ["/app/bin/health"]
ENTRYPOINT ["/app/bin/portage"]
CMD ["run"]
