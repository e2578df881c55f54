import { useState } from "react";
import type { Finding, Place } from "../../../core/domain/message.ts";
import { count } from "../words.ts";
import classes from "./finding-words.module.css";

const placeWords = { subject: "subject", body: "text" } as const;

/** The words a finding is about, each a way to its place; of two that disagree, both. */
export function FindingWords({ finding, onShow }: { readonly finding: Finding; readonly onShow: (place: Place) => void }) {
  const { places, alike = [], quote, part } = finding;
  const [turn, setTurn] = useState(0);
  const [first] = places;
  if (part === "plan" || quote === "") return null;
  if (first === undefined) return <strong>{quote} </strong>;
  if (alike.length > 0) {
    // One after the other: each press goes on to the next.
    const same = [first, ...alike];
    const next = same[turn % same.length] ?? first;
    return (
      <>
        <button
          type="button"
          className={classes.quote}
          onClick={() => {
            onShow(next);
            setTurn(turn + 1);
          }}
          title={`Show each in turn; next is the one in the ${placeWords[next.part]}`}
        >
          {quote}
        </button>{" "}
        <span className={classes.places}>in {count(same.length, "place")}</span>{" "}
      </>
    );
  }
  return places.map((place, index) => (
    <span key={`${place.part} ${place.from}`}>
      {index > 0 && "against "}
      <button
        type="button"
        className={classes.quote}
        onClick={() => onShow(place)}
        title={`Show it in the ${placeWords[place.part]}`}
      >
        {place.quote}
      </button>{" "}
    </span>
  ));
}
