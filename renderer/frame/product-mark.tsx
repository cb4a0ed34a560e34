/** The product's mark: a dial with its graduations and a needle that has come to rest on a tick. */
export function ProductMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg className="product-mark" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M4.2 18.5a9.5 9.5 0 1 1 15.6 0" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M12 6.2v1.6M6.6 9.3l1.2 1M17.4 9.3l-1.2 1"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path d="M8 15l3 3l6-6.5" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
