package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import java.util.List;
import java.util.function.Function;

/** A text with interpolations; later ones are the outer loops, as in jq. */
public final class Template extends Expr {
  private final Expr[] parts;
  private final Function<JsonNode, String> format;
  private final boolean single;

  /**
   * @param format makes text of what is interpolated; constant parts stay as they are
   */
  public Template(List<Expr> parts, Function<JsonNode, String> format) {
    this.parts = parts.toArray(new Expr[0]);
    this.format = format;
    this.single = parts.stream().allMatch(Expr::isSingle);
  }

  @Override
  public boolean isSingle() {
    return single;
  }

  private String text(int at, JsonNode value) {
    return parts[at] instanceof Piece ? value.textValue() : format.apply(value);
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      text.append(text(i, parts[i].one(env, in)));
    }
    env.run().checkText(text.length());
    return Json.text(text.toString());
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return single ? out.emit(one(env, in)) : from(parts.length - 1, env, in, "", out);
  }

  private boolean from(int at, Env env, JsonNode in, String after, Output out) {
    if (at < 0) {
      return out.emit(Json.text(after));
    }
    return parts[at].each(
        env,
        in,
        value -> {
          String text = text(at, value).concat(after);
          env.run().step();
          env.run().checkText(text.length());
          return from(at - 1, env, in, text, out);
        });
  }

  /** A part of the text that is written, not computed. */
  public static final class Piece extends Single {
    private final JsonNode text;

    /** The text. */
    public Piece(JsonNode text) {
      this.text = text;
    }

    @Override
    public JsonNode one(Env env, JsonNode in) {
      return text;
    }
  }
}
