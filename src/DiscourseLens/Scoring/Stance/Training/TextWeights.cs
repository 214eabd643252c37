namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Weighs texts so that their length tells nothing of their label.</summary>
/// <remarks>
/// Writers of examples give some labels shorter texts, and a model would take that for a sign. Reweighing makes label and length
/// independent: F. Kamiran and T. Calders (2012), "Data preprocessing techniques for classification without discrimination", section 5.
/// </remarks>
internal static class TextWeights
{
    // A cell of few texts would make each of them a multitude.
    private const double Most = 4;

    private static readonly int[] s_lengths = [12, 40, 100, 220];

    /// <summary>The weight of each text; the weights of a label sum to its share of all texts.</summary>
    /// <param name="examples">The texts.</param>
    /// <param name="classOf">The label of a text.</param>
    /// <param name="shareOf">The wanted share of a label; shares need not sum to 1.</param>
    /// <param name="edgeCase">What a guise of an edge case counts beside another text; above 0.</param>
    public static double[] Of(IReadOnlyList<StanceExample> examples, Func<StanceExample, int> classOf, Func<int, double> shareOf, double edgeCase)
    {
        var lengths = examples.Select(example => LengthOf(example.Text)).ToArray();
        var byLength = lengths.GroupBy(length => length).ToDictionary(group => group.Key, group => group.Count() / (double)examples.Count);
        var cells = examples.Select((example, i) => (classOf(example), lengths[i])).GroupBy(cell => cell).ToDictionary(group => group.Key, group => group.Count());
        var labels = examples.GroupBy(classOf).ToDictionary(group => group.Key, group => group.Count());
        var weights = new double[examples.Count];
        var sums = new Dictionary<int, double>();
        for (var i = 0; i < weights.Length; i++)
        {
            var label = classOf(examples[i]);
            weights[i] = Math.Min(Most, byLength[lengths[i]] * labels[label] / cells[(label, lengths[i])]) * (examples[i].Text.IsEdgeCase ? edgeCase : 1);
            sums[label] = sums.GetValueOrDefault(label) + weights[i];
        }
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= shareOf(classOf(examples[i])) * examples.Count / sums[classOf(examples[i])];
        return weights;
    }

    private static int LengthOf(LabelledText text)
    {
        var words = text.Text.Count(char.IsWhiteSpace) + 1;
        return s_lengths.Count(length => words > length);
    }
}
