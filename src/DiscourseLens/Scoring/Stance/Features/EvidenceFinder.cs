using System.Numerics;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Finds the few spans of a text that speak most for a label.</summary>
/// <remarks>Each feature's weight goes to the token it ends at; the spans are the runs of tokens with the greatest sums.</remarks>
internal sealed class EvidenceFinder(StanceLexicon lexicon)
{
    private const int Most = 3, LongestSpan = 6;
    private const double LeastShare = 0.3;

    private double[] _weights = new double[512];

    /// <summary>The spans in the body of the text that a judge read last, by start.</summary>
    public IReadOnlyList<StanceEvidence> Find(TextJudge judge, CompactModel model, int label, string text)
    {
        var tokens = judge.Reading.Reader.Tokens;
        if (_weights.Length < tokens.Length)
            _weights = new double[2 * tokens.Length];
        var weights = _weights.AsSpan(0, tokens.Length);
        Weigh(judge, model, label, weights);
        var found = new List<(int From, int To, double Weight)>();
        while (found.Count < Most && Best(judge.Reading.Reader, weights) is var best && best.Weight > (found.Count == 0 ? 0 : found[0].Weight * LeastShare))
        {
            found.Add(best);
            weights[best.From..(best.To + 1)].Fill(double.NegativeInfinity);
        }
        var evidence = new List<StanceEvidence>();
        foreach (var (from, to, _) in found.OrderBy(span => span.From))
        {
            var (start, end) = (tokens[from].Start, tokens[to].End);
            evidence.Add(new StanceEvidence(start, end, text[start..end], Why(tokens[from..(to + 1)], label)));
        }
        return evidence;
    }

    private static void Weigh(TextJudge judge, CompactModel model, int label, Span<double> weights)
    {
        weights.Clear();
        var features = judge.Reading.Hashed;
        var from = 0;
        for (var b = 0; b < features.Ends.Count; b++)
        {
            var share = 1 / Math.Sqrt(Math.Max(1, features.Ends[b] - from));
            for (; from < features.Ends[b]; from++)
                weights[features.Tokens[from]] += share * For(label, model.Hashed.AsSpan(features.Buckets[from] * model.Classes, model.Classes), model.Scales.AsSpan(b * model.Classes, model.Classes));
        }
    }

    // How much more a feature gives the label than the best of the others.
    private static double For(int label, ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales)
    {
        var others = double.NegativeInfinity;
        for (var c = 0; c < weights.Length; c++)
            others = c == label ? others : Math.Max(others, weights[c] * scales[c]);
        return (weights[label] * scales[label]) - others;
    }

    private static (int From, int To, double Weight) Best(TokenReader reader, ReadOnlySpan<double> weights)
    {
        var best = (From: 0, To: 0, Weight: 0.0);
        foreach (var sentence in reader.Sentences)
        {
            if (sentence.IsTitle)
                continue;
            for (var from = sentence.From; from < sentence.To; from++)
            {
                var sum = 0.0;
                for (var to = from; to < Math.Min(sentence.To, from + LongestSpan); to++)
                {
                    sum += weights[to];
                    if (sum > best.Weight)
                        best = (from, to, sum);
                }
            }
        }
        return best;
    }

    private string Why(ReadOnlySpan<Token> tokens, int label)
    {
        var cues = 0UL;
        foreach (var token in tokens)
            cues |= token.Cues;
        var name = ((StanceLabel)label).ToString().ToLowerInvariant();
        return cues == 0 ? name : $"{name}: {lexicon.Cues.Categories[BitOperations.TrailingZeroCount(cues)]}";
    }
}
