namespace DiscourseLens.Scoring.Learning;

/// <summary>Trains multinomial logistic regression; the same rows give the same bits.</summary>
/// <param name="Classes">How many classes, at least 2.</param>
/// <param name="Blocks">The feature space with its penalties.</param>
/// <param name="FewestTexts">Features of fewer rows are left out; at least 1.</param>
/// <param name="FewestAuthors">Features of fewer authors are left out, where rows name theirs; of few authors a tenth and one is enough.</param>
internal sealed record LogisticRegression(int Classes, IReadOnlyList<FeatureBlock> Blocks, int FewestTexts = 1, int FewestAuthors = 1)
{
    private const double Tolerance = 2e-3;
    private const int Iterations = 80;

    private int Dimension => Blocks[^1].Start + Blocks[^1].Length;

    /// <summary>Fits the weights of all features; those that were left out are 0.</summary>
    public LinearModel Train(TrainingSet set, CancellationToken cancellationToken)
    {
        var kept = Kept(set);
        var place = new int[Dimension];
        Array.Fill(place, -1);
        for (var i = 0; i < kept.Count; i++)
            place[kept[i]] = i;
        var compact = set with { Rows = [.. set.Rows.Select(row => Compact(row, place))] };
        var loss = new LogisticLoss(compact, Classes, [.. kept.Select(PenaltyOf)]);
        var found = Lbfgs.Minimise(loss, Tolerance, Iterations, cancellationToken);
        var weights = new double[Dimension * Classes];
        for (var i = 0; i < kept.Count; i++)
            found.AsSpan(i * Classes, Classes).CopyTo(weights.AsSpan(kept[i] * Classes));
        return new LinearModel(Classes, weights, found[(kept.Count * Classes)..]);
    }

    private List<int> Kept(TrainingSet set)
    {
        var texts = new int[Dimension];
        foreach (var index in set.Rows.SelectMany(row => row.Index))
            texts[index]++;
        var (authors, fewest) = AuthorsOf(set);
        return [.. Enumerable.Range(0, Dimension).Where(index => texts[index] >= FewestTexts && authors[index] >= fewest)];
    }

    // How many authors each feature has, and how many it needs.
    private (int[] Authors, int Fewest) AuthorsOf(TrainingSet set)
    {
        var (authors, last) = (new int[Dimension], new int[Dimension]);
        var groups = Enumerable.Range(0, set.Authors?.Count ?? 0).GroupBy(row => set.Authors![row], StringComparer.Ordinal).ToList();
        for (var author = 1; author <= groups.Count; author++)
        {
            foreach (var index in groups[author - 1].SelectMany(row => set.Rows[row].Index))
            {
                authors[index] += last[index] == author ? 0 : 1;
                last[index] = author;
            }
        }
        return (authors, groups.Count == 0 ? 0 : Math.Min(FewestAuthors, 1 + (groups.Count / 10)));
    }

    private static FeatureRow Compact(FeatureRow row, int[] place)
    {
        var places = Enumerable.Range(0, row.Index.Length).Where(i => place[row.Index[i]] >= 0).ToArray();
        return new FeatureRow([.. places.Select(i => place[row.Index[i]])], [.. places.Select(i => row.Value[i])]);
    }

    private double PenaltyOf(int index)
    {
        foreach (var block in Blocks)
        {
            if (index < block.Start + block.Length)
                return block.Penalty;
        }
        throw new ArgumentOutOfRangeException(nameof(index), index, "Outside the feature space.");
    }
}
