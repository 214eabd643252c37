namespace DiscourseLens.Scoring.Sentiment;

/// <summary>How a text came by its compound, token by token: the valences and the emphasis add up to it.</summary>
/// <param name="Tokens">Every token, in order; those without a valence too.</param>
/// <param name="Sum">The sum of the tokens' valences.</param>
/// <param name="Emphasis">What "!" and "?" add to the sum, away from 0; 0 where the sum is 0.</param>
/// <param name="Score">The four figures. The compound is t / sqrt(t^2 + 15) of t = sum + emphasis, rounded to 4 digits.</param>
public sealed record SentimentExplanation(
    IReadOnlyList<ExplainedToken> Tokens, double Sum, double Emphasis, SentimentScore Score);

/// <summary>One token of an explained text.</summary>
/// <param name="Text">The token without the punctuation around it; an emoji in words.</param>
/// <param name="Role">What it is to the rules: <c>lexicon</c>, <c>booster</c>, <c>dampener</c>, <c>negation</c> or <c>none</c>.</param>
/// <param name="Lexicon">Its valence in the lexicon; 0 where it is not there.</param>
/// <param name="Valence">What it adds to the sum.</param>
/// <param name="Steps">The rules that changed its valence, in order, from <paramref name="Lexicon"/> to <paramref name="Valence"/>.</param>
public sealed record ExplainedToken(
    string Text, string Role, double Lexicon, double Valence, IReadOnlyList<ValenceStep> Steps);

/// <summary>One rule's change of a token's valence.</summary>
/// <param name="Rule">
/// The rule: <c>kind-of</c>, <c>no</c>, <c>capitals</c>, <c>booster</c>, <c>negation</c>, <c>idiom</c>, <c>dampener</c>, <c>least</c>, <c>but</c>
/// or <c>booster-itself</c>.
/// </param>
/// <param name="Before">The valence before it.</param>
/// <param name="After">The valence after it.</param>
/// <param name="Cause">The token that made the rule apply; null where it is the token itself or not one token.</param>
public sealed record ValenceStep(string Rule, double Before, double After, string? Cause);
