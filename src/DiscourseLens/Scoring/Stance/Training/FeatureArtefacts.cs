using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>What a model makes most of, for people to judge whether it is argument or an artefact of how the texts were written.</summary>
internal sealed class FeatureArtefacts(StanceLexicon lexicon)
{
    /// <summary>The words and word sequences of most weight, by label: weight, in how many texts, by how many authors.</summary>
    /// <param name="examples">The texts trained on: hashes are turned back into words by reading them again.</param>
    /// <param name="model">The first stage.</param>
    /// <param name="label">Favor, against or neutral.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<Artefact> Top(IReadOnlyList<StanceExample> examples, CompactModel model, int label, int count)
    {
        var judge = new TextJudge(lexicon);
        var found = new Dictionary<int, (string Words, int Texts, HashSet<string> Authors)>();
        var end = TextNgrams.Blocks(1, 1, 1)[0].Length;
        foreach (var example in examples)
        {
            var input = example.Input;
            judge.Read(new StanceText(input.Title, input.Text, input.Relevance.Evidence, input.Target));
            var features = judge.Reading.Hashed;
            for (var i = 0; i < features.Buckets.Length && features.Buckets[i] < end; i++)
            {
                var known = found.TryGetValue(features.Buckets[i], out var before);
                var authors = known ? before.Authors : new HashSet<string>(StringComparer.Ordinal);
                authors.Add(example.Text.Author);
                found[features.Buckets[i]] = (known ? before.Words : Around(judge, input, features.Tokens[i]), before.Texts + 1, authors);
            }
        }
        return
        [
            .. found.Select(pair => new Artefact(pair.Value.Words, Lead(model, pair.Key, label), pair.Value.Texts, pair.Value.Authors.Count))
                .OrderByDescending(artefact => artefact.Weight).ThenBy(artefact => artefact.Words, StringComparer.Ordinal).Take(count),
        ];
    }

    /// <summary>The engineered features of most weight, by label.</summary>
    public IReadOnlyList<(string Name, double Weight)> TopDense(CompactModel model, int label, int count)
    {
        var names = new TextJudge(lexicon).DenseNames;
        return
        [
            .. names.Select((name, i) => (Name: name, Weight: Lead(model.Dense.AsSpan(i * model.Classes, model.Classes), label)))
                .OrderByDescending(feature => feature.Weight).ThenBy(feature => feature.Name, StringComparer.Ordinal).Take(count),
        ];
    }

    private static double Lead(CompactModel model, int bucket, int label)
    {
        Span<float> weights = stackalloc float[model.Classes];
        for (var c = 0; c < weights.Length; c++)
            weights[c] = model.Hashed[(bucket * model.Classes) + c] * model.Scales[c];
        return Lead(weights, label);
    }

    private static double Lead(ReadOnlySpan<float> weights, int label)
    {
        var others = double.NegativeInfinity;
        for (var c = 0; c < weights.Length; c++)
            others = c == label ? others : Math.Max(others, weights[c]);
        return weights[label] - others;
    }

    // A hash does not tell where its sequence began, so the two words before are shown with it.
    private static string Around(TextJudge judge, StanceInput input, int at)
    {
        var tokens = judge.Reading.Reader.Tokens;
        var sentence = judge.Reading.Reader.Sentences[tokens[at].Sentence];
        var first = Math.Max(sentence.From, at - 2);
        var text = sentence.IsTitle ? input.Title! : input.Text;
        return text[tokens[first].Start..tokens[at].End].ReplaceLineEndings(" ");
    }
}

/// <summary>A word or sequence that a model makes much of.</summary>
/// <param name="Words">It, with up to two words before it, as it was first met.</param>
/// <param name="Weight">Its weight for the label less the best of the others'.</param>
/// <param name="Texts">In how many texts it stands.</param>
/// <param name="Authors">By how many authors.</param>
internal sealed record Artefact(string Words, double Weight, int Texts, int Authors);
