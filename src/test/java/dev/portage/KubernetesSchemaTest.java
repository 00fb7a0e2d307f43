package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the check of the chart can fail. */
class KubernetesSchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: v1, kind: Service, spec: {ports: [{port: 8000}]}}                       | 0
          {apiVersion: v1, kind: Service, spec: {ports: [{prot: 8000}]}}                       | 1
          {apiVersion: v1, kind: Service, spec: {ports: [{port: eight}]}}                      | 1
          {apiVersion: v1, kind: Service, spec: {ports: [{port: "8000"}]}}                     | 1
          {apiVersion: v2, kind: Service}                                                      | 1
          {apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {container: []}}}}   | 1
          """)
  void unknownFieldsAndOtherTypesAreFound(String document, int complaints) throws Exception {
    assertThat(KubernetesSchema.complaints(new YAMLMapper().readTree(document)))
        .hasSize(complaints);
  }
}
