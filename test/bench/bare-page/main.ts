// What a start is compared with: React, one heading, nothing else.
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(createElement("h1", null, "Hello"));
