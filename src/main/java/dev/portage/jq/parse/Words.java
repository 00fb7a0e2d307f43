package dev.portage.jq.parse;

import dev.portage.jq.JqSyntaxException;
import dev.portage.jq.parse.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/** The parser's view of the words: the current one, the one before, and which brackets are open. */
final class Words {
  private static final int MAX_NESTING = 2_000;

  final Source source;
  private final Lexer lexer;
  private final Deque<Token> open = new ArrayDeque<>();
  private Token before = new Token(Kind.END, "", 0);
  private Token token;
  private boolean interpolated;

  Words(Source source) {
    this.source = source;
    this.lexer = new Lexer(source);
    this.token = lexer.next();
  }

  Token token() {
    return token;
  }

  boolean is(String symbol) {
    return token.is(symbol);
  }

  boolean is(Kind kind) {
    return token.kind() == kind;
  }

  /** Moves on; gives the word that was current. */
  Token take() {
    before = token;
    token = lexer.next();
    return before;
  }

  /** Moves on when the current word is this symbol or keyword. */
  boolean accept(String symbol) {
    if (token.is(symbol)) {
      take();
      return true;
    }
    return false;
  }

  Token take(Kind kind, String expected) {
    if (token.kind() != kind) {
      throw unexpected(expected);
    }
    return take();
  }

  void expect(String symbol) {
    if (!accept(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  /** Enters a bracket or a construct that some later word must close. */
  Token open() {
    if (open.size() >= MAX_NESTING) {
      throw source.error(token.at(), "nested more than " + MAX_NESTING + " deep", "");
    }
    open.push(token);
    return take();
  }

  void close(String symbol) {
    if (!token.is(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
    open.pop();
    take();
  }

  /** Leaves a construct that needs no closing word. */
  void closed() {
    open.pop();
  }

  /** Leaves a text's interpolation: its closing bracket stays current, as text follows it. */
  void closeInterpolation() {
    if (!token.is(")")) {
      throw unexpected("')' after the interpolation");
    }
    open.pop();
  }

  /** Enters an interpolation, whose opening bracket is part of the text. */
  void openInterpolation() {
    Token opened = new Token(Kind.SYMBOL, "\\(", token.at());
    open();
    open.pop();
    open.push(opened);
  }

  /** The next piece of a text; afterwards {@link #inInterpolation} says what ended it. */
  String piece() {
    Pieces pieces = lexer.pieces();
    String piece = pieces.piece();
    interpolated = pieces.atInterpolation();
    lexer.resume(pieces.position());
    return piece;
  }

  boolean inInterpolation() {
    return interpolated;
  }

  JqSyntaxException unexpected(String expected) {
    if (token.kind() == Kind.END && !open.isEmpty()) {
      Token opened = open.element();
      String what = opened.shown() + " is never closed";
      return source.error(opened.at(), what, "expected " + expected + " before the end");
    }
    String what = "unexpected " + token.shown() + "; expected " + expected;
    return source.error(token.at(), what, Advice.forWord(token, before));
  }
}
