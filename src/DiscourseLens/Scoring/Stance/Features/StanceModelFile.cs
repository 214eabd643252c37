using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Stance.Features;

/// <summary>Keeps stance models in files.</summary>
internal static class StanceModelFile
{
    /// <summary>The kind of these files.</summary>
    public const string Kind = "stance";

    private const string Shipped = "Stance/stance.model", Temperature = "temperature", FavorPoint = "favor_point", AgainstPoint = "against_point";

    private static readonly string[] s_labels = ["FAVOR", "AGAINST", "NEUTRAL"];

    /// <summary>The model that the build embeds.</summary>
    public static ModelFile LoadShipped()
    {
        using var stream = typeof(StanceModelFile).Assembly.GetManifestResourceStream(Shipped)!; // embedded by the build
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return ModelFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Shipped, Kind);
    }

    /// <summary>A model as a file.</summary>
    /// <param name="model">The model.</param>
    /// <param name="head">Says how it was trained; labels and temperature are set here.</param>
    public static ModelFile Of(StanceModel model, ModelHead head) => new ModelFile
    {
        Head = head with { Labels = s_labels, Settings = new SortedDictionary<string, double>(head.Settings.ToDictionary()) { [Temperature] = model.Temperature } },
    }
        .With("text.hashed", model.Text.Hashed).With("text.scales", model.Text.Scales)
        .With("text.dense", model.Text.Dense).With("text.bias", model.Text.Bias)
        .With("context.weights", model.Context.Weights).With("context.bias", model.Context.Bias);

    /// <summary>The lexicon that a file's model reads with.</summary>
    /// <exception cref="LensException">It was trained with another edition of the lexicon.</exception>
    public static StanceLexicon LexiconOf(ModelFile file)
    {
        var lexicon = file.Head.Terms is { } terms ? StanceLexicon.ForTarget(terms) : StanceLexicon.Shipped;
        return lexicon.Cues.Hash == file.Head.Lexicon ? lexicon
            : throw new LensException("The stance model was trained with another edition of the cue lexicon; train it anew with this version of the program.");
    }

    /// <summary>The model of a file.</summary>
    /// <exception cref="LensException">The file holds another model's parts.</exception>
    public static StanceModel ModelOf(ModelFile file, StanceLexicon lexicon)
    {
        if (!file.Head.Labels.SequenceEqual(s_labels))
            throw new LensException($"The stance model's labels are {string.Join(' ', file.Head.Labels)}; {string.Join(' ', s_labels)} are needed.");
        var (classes, hashed, dense) = (TextJudge.Classes, 1 << TextNgrams.Bits, new DenseFeatures(lexicon).Names.Count);
        var blocks = TextNgrams.Blocks(1, 1, 1).Count;
        var text = new CompactModel(classes, file.Array<sbyte>("text.hashed", hashed * classes), file.Array<float>("text.scales", blocks * classes),
            file.Array<float>("text.dense", dense * classes), file.Array<float>("text.bias", classes));
        var context = new LinearModel(s_labels.Length, file.Array<double>("context.weights", ContextFeatures.Names.Count * s_labels.Length),
            file.Array<double>("context.bias", s_labels.Length));
        var temperature = file.Head.Settings.GetValueOrDefault(Temperature);
        return temperature > 0
            ? new StanceModel(text, context, temperature, file.Head.Settings.GetValueOrDefault(FavorPoint), file.Head.Settings.GetValueOrDefault(AgainstPoint))
            : throw new LensException("The stance model has no temperature above 0; train it anew.");
    }
}
