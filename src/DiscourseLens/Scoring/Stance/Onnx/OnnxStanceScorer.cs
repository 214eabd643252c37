using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DiscourseLens.Scoring.Relevance;
using Microsoft.ML.OnnxRuntime;

namespace DiscourseLens.Scoring.Stance.Onnx;

/// <summary>Stance by a text classifier or NLI model in a local ONNX file, on the processor: a surrogate to be corrected, like every scorer.</summary>
public sealed class OnnxStanceScorer : ILocalStanceScorer, IDisposable
{
    private static readonly string[] s_entailment = ["ENTAILMENT", "NEUTRAL", "CONTRADICTION"];

    private readonly OnnxStanceOptions _options;
    private readonly ModelTokenizer _tokenizer;
    private readonly InferenceSession _session;
    private readonly int[] _order;

    /// <summary>Loads the model.</summary>
    /// <exception cref="LensException">Model, tokenizer or labels do not fit; the message says which and what to do.</exception>
    public OnnxStanceScorer(OnnxStanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _order = OrderOf(options);
        _tokenizer = ModelTokenizer.Load(options.Tokenizer);
        _session = Open(options.Path);
        Version = new ScorerVersion("stance", "onnx", Path.GetFileNameWithoutExtension(options.Path), HashOf(options, _tokenizer.Files));
        try
        {
            Score(new StanceInput(null, "A text.", null, null, new RelevanceDecision(true, 1, "", "self", Concepts.None, [], Concepts.None), Concepts.None));
        }
        catch (LensException)
        {
            _session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ScorerVersion Version { get; }

    /// <inheritdoc/>
    public StanceScore Score(StanceInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!input.Relevance.Relevant)
            return new StanceScore(StanceLabel.Unrelated, 0, 0, 0, 1, []);
        var text = input.Title is null ? input.Text : $"{input.Title}\n\n{input.Text}";
        var p = _options.Kind == OnnxKind.Classifier ? Classify(text) : Entail(text, input.Target);
        var label = (StanceLabel)Array.IndexOf(p, p.Max());
        return new StanceScore(label, p[0], p[1], p[2], p[3], []);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private double[] Classify(string text)
    {
        var logits = Run(text, null, _options.Labels.Count);
        var shares = Softmax(logits);
        var probabilities = new double[4];
        for (var at = 0; at < _order.Length; at++)
            probabilities[_order[at]] = shares[at];
        return probabilities;
    }

    // Zero-shot by entailment (Yin, Hay and Roth 2019): the hypotheses' entailment logits compete.
    private double[] Entail(string text, Concepts target)
    {
        var topic = target == Concepts.None ? "psychedelic therapy" : $"therapy with {string.Join(" or ", Targets.IdsOf(target))}";
        string[] hypotheses =
        [
            $"The author supports {topic}.", $"The author opposes {topic}.", $"The author takes no side on {topic}.",
        ];
        var entailment = Array.ConvertAll(hypotheses, hypothesis => Run(text, hypothesis, s_entailment.Length)[_order[0]]);
        return [.. Softmax(entailment), 0];
    }

    private float[] Run(string text, string? hypothesis, int expected)
    {
        var (ids, second) = _tokenizer.Encode(text, hypothesis, _options.MaxTokens);
        long[] shape = [1, ids.Length];
        using var input = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var mask = OrtValue.CreateTensorValueFromMemory(Array.ConvertAll(ids, static _ => 1L), shape);
        using var types = OrtValue.CreateTensorValueFromMemory([.. ids.Select((_, at) => at < second ? 0L : 1L)], shape);
        var named = new Dictionary<string, OrtValue> { ["input_ids"] = input, ["attention_mask"] = mask, ["token_type_ids"] = types };
        try
        {
            using var options = new RunOptions();
            using var outputs = _session.Run(options, named.Where(pair => _session.InputMetadata.ContainsKey(pair.Key)).ToDictionary(), _session.OutputNames);
            var logits = outputs[0].GetTensorDataAsSpan<float>().ToArray();
            return logits.Length == expected
                ? logits
                : throw new LensException(string.Create(CultureInfo.InvariantCulture,
                    $"The model '{_options.Path}' gives {logits.Length} logits where its settings name {expected} labels; correct Scoring:Stance:Onnx:Labels."));
        }
        catch (OnnxRuntimeException exception)
        {
            throw new LensException($"The model '{_options.Path}' cannot be run: {FirstLine(exception)}", exception);
        }
    }

    private static InferenceSession Open(string path)
    {
        if (!File.Exists(path))
            throw new LensException($"There is no model at '{path}'; name an ONNX file in Scoring:Stance:Onnx:Path.");
        try
        {
            // One thread: the texts of a batch share the processors already, and a fixed order of sums keeps scores the same.
            using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new LensException($"The model '{path}' cannot be loaded: {FirstLine(exception)}", exception);
        }
    }

    // Of a classifier, the label of each logit; of an NLI model, the place of entailment.
    private static int[] OrderOf(OnnxStanceOptions options)
    {
        string[] known = options.Kind == OnnxKind.Classifier ? [.. Enum.GetNames<StanceLabel>().Select(name => name.ToUpperInvariant())] : s_entailment;
        var named = options.Labels.Select(label => label.ToUpperInvariant()).ToList();
        var least = options.Kind == OnnxKind.Classifier ? known[..3] : known;
        if (named.Distinct().Count() != named.Count || named.Except(known).Any() || least.Except(named).Any())
        {
            throw new LensException(
                $"The setting Scoring:Stance:Onnx:Labels is '{string.Join(' ', options.Labels)}'; list {string.Join(", ", least)} in the order of the model's logits.");
        }

        return options.Kind == OnnxKind.Classifier ? [.. named.Select(label => Array.IndexOf(known, label))] : [named.IndexOf(known[0])];
    }

    private static string HashOf(OnnxStanceOptions options, IReadOnlyList<string> tokenizer)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in tokenizer.Prepend(options.Path))
        {
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{options.Kind}\n{string.Join(' ', options.Labels).ToUpperInvariant()}\n{options.MaxTokens}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static double[] Softmax(float[] logits)
    {
        var top = logits.Max();
        var powers = Array.ConvertAll(logits, logit => Math.Exp(logit - top));
        var sum = powers.Sum();
        return Array.ConvertAll(powers, power => power / sum);
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n')[0];
}
