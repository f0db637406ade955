package bubbles
