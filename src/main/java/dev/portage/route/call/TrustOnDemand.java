package dev.portage.route.call;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** A trust manager that is made when the first certificate is to be judged, once. */
final class TrustOnDemand extends X509ExtendedTrustManager {
  private final Supplier<X509ExtendedTrustManager> maker;
  private @Nullable X509ExtendedTrustManager made;

  /**
   * @param maker called at most once, unless it throws; what it throws ends the handshake
   */
  TrustOnDemand(Supplier<X509ExtendedTrustManager> maker) {
    this.maker = maker;
  }

  private synchronized X509ExtendedTrustManager manager() {
    X509ExtendedTrustManager manager = made;
    if (manager == null) {
      manager = maker.get();
      made = manager;
    }
    return manager;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    manager().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    manager().checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    manager().checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    manager().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    manager().checkClientTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    manager().checkServerTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return manager().getAcceptedIssuers();
  }
}
