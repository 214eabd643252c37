using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>Keeps relevance models in files.</summary>
internal static class RelevanceModelFile
{
    /// <summary>The kind of these files.</summary>
    public const string Kind = "relevance";

    private const string Shipped = "Relevance/relevance.model", Temperature = "temperature", Trust = "trust", Prior = "prior ";
    private const int Blocks = 3;

    private static readonly string[] s_labels = ["RELEVANT", "UNRELATED"];

    /// <summary>The model that the build embeds.</summary>
    public static ModelFile LoadShipped()
    {
        using var stream = typeof(RelevanceModelFile).Assembly.GetManifestResourceStream(Shipped)!; // embedded by the build
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ModelFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Shipped, Kind);
    }

    /// <summary>A model as a file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="head">Says how it was trained; labels and calibration are set here.</param>
    public static ModelFile Of(RelevanceModel model, ModelHead head) => new ModelFile
    {
        Head = head with { Labels = s_labels, Settings = SettingsOf(model.Calibration, head.Settings) },
    }
        .With("hashed", model.Weights.Hashed).With("scales", model.Weights.Scales).With("dense", model.Weights.Dense).With("bias", model.Weights.Bias);

    /// <summary>The model of a file.</summary>
    /// <exception cref="LensException">It holds another model's parts, or was trained with another edition of the signals.</exception>
    public static RelevanceModel ModelOf(ModelFile file)
    {
        if (file.Head.Lexicon != SignalLexicon.Cues.Hash)
            throw new LensException("The relevance model was trained with another edition of signals.tsv; train it anew with this version of the program.");
        var classes = s_labels.Length;
        var weights = new CompactModel(classes, file.Array<sbyte>("hashed", MentionNgrams.Size * classes), file.Array<float>("scales", Blocks * classes),
            file.Array<float>("dense", RelevanceReading.DenseNames.Count * classes), file.Array<float>("bias", classes));
        return new RelevanceModel(weights, CalibrationOf(file.Head.Settings), file.Hash);
    }

    private static SortedDictionary<string, double> SettingsOf(Calibration calibration, IReadOnlyDictionary<string, double> settings)
    {
        var all = new SortedDictionary<string, double>(settings.ToDictionary(), StringComparer.Ordinal)
        {
            [Temperature] = calibration.Temperature,
            [Trust] = calibration.Trust,
        };
        foreach (var (rule, prior) in calibration.Priors)
            all[Prior + rule] = prior;
        return all;
    }

    private static Calibration CalibrationOf(IReadOnlyDictionary<string, double> settings)
    {
        var priors = RelevanceRules.Weighed.ToDictionary(rule => rule, rule => settings.GetValueOrDefault(Prior + rule), StringComparer.Ordinal);
        var calibration = new Calibration(settings.GetValueOrDefault(Temperature), settings.GetValueOrDefault(Trust), priors);
        return calibration.Temperature > 0 && priors.Values.All(prior => prior is > 0 and < 1) ? calibration
            : throw new LensException("The relevance model has no temperature above 0 or lacks the prior of a rule; train it anew.");
    }
}
