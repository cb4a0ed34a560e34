import type { Certificate } from './certificates.ts';
import { sha256 } from './cms.ts';
import type { VerifiedCertificate } from './verification-result.ts';

/** The facts of a certificate that a reader may want to compare. */
export function describeCertificate(certificate: Certificate): VerifiedCertificate {
  return {
    subject: certificate.subject.text,
    issuer: certificate.issuer.text,
    serial: certificate.x509.serialNumber.toLowerCase(),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    selfSigned: certificate.selfSigned,
    sha256: sha256(certificate.der).toString('hex'),
  };
}
