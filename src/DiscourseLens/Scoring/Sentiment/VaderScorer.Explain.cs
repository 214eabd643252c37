using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

public sealed partial class VaderScorer
{
    /// <summary>Scores a text and tells how each token came by its valence. For reading, not for speed.</summary>
    /// <param name="text">The text; may be empty.</param>
    public SentimentExplanation Explain(ReadOnlySpan<char> text)
    {
        var score = Score(text);
        var tokens = _scanner.Tokens;
        var words = new string[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            words[i] = Encoding.UTF8.GetString(_text.Text.Slice(tokens[i].Start, tokens[i].Length));
        var explained = ExplainTokens(tokens, words);
        var sum = explained.Aggregate(0.0, (total, token) => total + token.Valence);
        var emphasis = VaderTotals.Emphasize(sum, VaderTotals.Emphasis(_scanner.Exclamations, _scanner.Questions)) - sum;
        return new SentimentExplanation(explained, sum, emphasis, score);
    }

    // Scoring has left the final valences, in order and without those of 0.
    List<ExplainedToken> ExplainTokens(ReadOnlySpan<Token> tokens, string[] words)
    {
        var entries = _model.Words.Entries;
        var mixedCase = _scanner.UpperCount > 0 && _scanner.UpperCount < tokens.Length;
        var rules = new VaderRules(entries, tokens, _text.Text, mixedCase);
        var explained = new List<ExplainedToken>(tokens.Length);
        var found = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var entry = entries[tokens[i].Word];
            var trace = new StepTrace(entry.Valence, words);
            var valence = tokens[i].Word == WordTable.Unknown ? 0 : rules.Valence(i, ref trace);
            if (valence != 0)
            {
                valence = _valences[found++];
                trace.Tell("but", valence, -1);
            }
            explained.Add(new ExplainedToken(words[i], RoleOf(entry, rules, i), entry.Valence, valence, trace.Steps));
        }
        return explained;
    }

    static string RoleOf(WordEntry entry, VaderRules rules, int index) =>
        entry.CarriesValence ? "lexicon"
        : entry.Boost > 0 ? "booster"
        : entry.Boost < 0 ? "dampener"
        : rules.IsNegation(index) ? "negation" : "none";

    /// <summary>Keeps the rules that changed something.</summary>
    struct StepTrace(double valence, string[] words) : IRuleTrace
    {
        double _valence = valence;

        public List<ValenceStep> Steps { get; } = [];

        public void Tell(string rule, double valence, int cause)
        {
            if (valence != _valence)
                Steps.Add(new ValenceStep(rule, _valence, valence, cause >= 0 ? words[cause] : null));
            _valence = valence;
        }
    }
}
