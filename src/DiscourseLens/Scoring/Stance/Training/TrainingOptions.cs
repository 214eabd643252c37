namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>How the stance model is trained. Part of the model file.</summary>
internal sealed record TrainingOptions
{
    /// <summary>For another target: its shares of labels are those of the texts.</summary>
    public static TrainingOptions ForOtherTarget { get; } = new() { Priors = null, FavorPoint = 0, AgainstPoint = 0, Words = 1, Dense = 8, Context = 30, FewestTexts = 1, FewestAuthors = 1, Lengthened = 0, Folds = 5 };

    /// <summary>The penalty of word sequences.</summary>
    public double Words { get; init; } = 0.3;

    /// <summary>The penalty of letter sequences.</summary>
    public double Letters { get; init; } = 1;

    /// <summary>The penalty of cue sequences.</summary>
    public double Cues { get; init; } = 3;

    /// <summary>The penalty of engineered features.</summary>
    public double Dense { get; init; } = 4;

    /// <summary>The penalty of the second stage.</summary>
    public double Context { get; init; } = 2;

    /// <summary>Features of fewer texts are left out.</summary>
    public int FewestTexts { get; init; } = 2;

    /// <summary>Features of fewer authors are left out: what one writer alone says is a habit, no argument.</summary>
    public int FewestAuthors { get; init; } = 3;

    /// <summary>What a guise of one of the codebook's edge cases counts beside another text: they stand where its rules are hard to learn.</summary>
    public double EdgeCase { get; init; } = 2;

    /// <summary>Of how many seeds one is made into a long post; 0 for none, see <see cref="LongPosts"/>.</summary>
    public int Lengthened { get; init; } = 3;

    /// <summary>Folds of cross-validation.</summary>
    public int Folds { get; init; } = 4;

    /// <summary>The shares of favor, against and neutral that the probabilities assume; null for those of the texts.</summary>
    public IReadOnlyList<double>? Priors { get; init; } = [0.35, 0.2, 0.45];

    /// <summary>What is added to the score of favor, on the scale of log-odds: an operating point, fitted on labelled posts, see docs/stance.md.</summary>
    public double FavorPoint { get; init; } = 0.5;

    /// <summary>What is added to the score of against, likewise.</summary>
    public double AgainstPoint { get; init; } = -0.1;

    /// <summary>The options as the model file keeps them.</summary>
    public IReadOnlyDictionary<string, double> ToSettings() => new SortedDictionary<string, double>(StringComparer.Ordinal)
    {
        ["words"] = Words,
        ["letters"] = Letters,
        ["cues"] = Cues,
        ["dense"] = Dense,
        ["context"] = Context,
        ["fewest_texts"] = FewestTexts,
        ["fewest_authors"] = FewestAuthors,
        ["edge_case"] = EdgeCase,
        ["favor_point"] = FavorPoint,
        ["against_point"] = AgainstPoint,
        ["folds"] = Folds,
        ["lengthened"] = Lengthened,
        ["prior_favor"] = Priors?[0] ?? 0,
        ["prior_against"] = Priors?[1] ?? 0,
        ["prior_neutral"] = Priors?[2] ?? 0,
    };
}
