import { printRoute } from '../routes.ts';
import { usePageNames } from './page.ts';

/** The way to the page in view; the frame shows it in the top bar. */
export function Breadcrumbs() {
  const { title, crumbs } = usePageNames();
  if (!title) return null;
  return (
    <nav aria-label="Where you are">
      <ol className="crumbs">
        {crumbs.map(crumb => (
          <li className="crumb" key={crumb.title}>
            <a href={printRoute(crumb.route)}>{crumb.title}</a>
          </li>
        ))}
        <li className="crumb">
          <span aria-current="page">{title}</span>
        </li>
      </ol>
    </nav>
  );
}
