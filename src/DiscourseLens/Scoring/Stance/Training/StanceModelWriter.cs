using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Scoring.Stance.Training;

/// <summary>Makes a model file of a training.</summary>
internal static class StanceModelWriter
{
    /// <summary>The file: equal texts and options give equal bytes.</summary>
    /// <param name="model">The trained model.</param>
    /// <param name="examples">What it was trained on.</param>
    /// <param name="options">How.</param>
    /// <param name="lexicon">With what words.</param>
    /// <param name="target">Name and terms of another target; null for the project's.</param>
    public static ModelFile FileOf(
        StanceModel model, IReadOnlyList<StanceExample> examples, TrainingOptions options, StanceLexicon lexicon, (string Name, string Terms)? target) =>
        StanceModelFile.Of(model, new ModelHead
        {
            Kind = StanceModelFile.Kind,
            Labels = [],
            Lexicon = lexicon.Cues.Hash,
            Target = target?.Name,
            Terms = target?.Terms,
            Texts = examples.Count,
            TextsHash = HashOf(examples),
            Settings = options.ToSettings(),
        });

    private static string HashOf(IReadOnlyList<StanceExample> examples)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in examples.Select(example => example.Text))
        {
            var parts = string.Join('\0', text.Label, text.Target, text.Title, text.Text, text.ParentTitle, text.Parent);
            hash.AppendData(Encoding.UTF8.GetBytes(parts + "\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
