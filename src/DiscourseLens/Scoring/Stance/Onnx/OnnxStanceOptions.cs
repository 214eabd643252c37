namespace DiscourseLens.Scoring.Stance.Onnx;

/// <summary>A text classifier or NLI model in a local ONNX file.</summary>
public sealed record OnnxStanceOptions
{
    /// <summary>The model, with int64 inputs <c>input_ids</c> and <c>attention_mask</c> (and <c>token_type_ids</c>) and one output of logits.</summary>
    public string Path { get; init; } = "";

    /// <summary>Folder of its tokenizer: <c>vocab.txt</c> (WordPiece, lower case), or <c>vocab.json</c> and <c>merges.txt</c> (byte-level BPE).</summary>
    public string Tokenizer { get; init; } = "";

    /// <summary><c>classifier</c>: a logit a label. <c>nli</c>: entailment of one hypothesis a label.</summary>
    public OnnxKind Kind { get; init; } = OnnxKind.Classifier;

    /// <summary>
    /// The labels in the order of the logits: of a classifier FAVOR, AGAINST, NEUTRAL and perhaps UNRELATED; of an NLI model entailment, neutral and
    /// contradiction.
    /// </summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Tokens read of a text at most, 16 to 8,192; of a longer one the beginning and the end.</summary>
    public int MaxTokens { get; init; } = 512;
}

/// <summary>What the logits of a model mean.</summary>
public enum OnnxKind
{
    /// <summary>One for each label.</summary>
    Classifier,

    /// <summary>Whether a hypothesis follows from the text.</summary>
    Nli,
}
