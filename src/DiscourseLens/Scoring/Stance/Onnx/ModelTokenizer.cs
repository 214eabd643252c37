using Microsoft.ML.Tokenizers;

namespace DiscourseLens.Scoring.Stance.Onnx;

/// <summary>Turns a text, or a text and a hypothesis, into a model's token ids.</summary>
internal sealed class ModelTokenizer
{
    private readonly Tokenizer _tokenizer;
    private readonly int[] _start, _between, _end;

    private ModelTokenizer(Tokenizer tokenizer, int[] start, int[] between, int[] end, IReadOnlyList<string> files) =>
        (_tokenizer, _start, _between, _end, Files) = (tokenizer, start, between, end, files);

    /// <summary>The files it was read from.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Reads a tokenizer's folder.</summary>
    /// <exception cref="LensException">It holds no vocabulary that can be read.</exception>
    public static ModelTokenizer Load(string folder)
    {
        string words = Path.Combine(folder, "vocab.txt"), pairs = Path.Combine(folder, "vocab.json"), merges = Path.Combine(folder, "merges.txt");
        try
        {
            if (File.Exists(words))
                return WordPiece(words);
            if (File.Exists(pairs) && File.Exists(merges))
                return BytePairs(pairs, merges);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException or InvalidOperationException or System.Text.Json.JsonException)
        {
            throw new LensException($"The tokenizer in '{folder}' cannot be read: {exception.Message}", exception);
        }

        throw new LensException($"There is no tokenizer in '{folder}'; put vocab.txt, or vocab.json and merges.txt, of the model there.");
    }

    /// <summary>Ids of a text and, where given, of a hypothesis; where the second begins.</summary>
    /// <param name="text">Its middle is left out when there are too many tokens.</param>
    /// <param name="hypothesis">Kept whole; null when the text stands alone.</param>
    /// <param name="most">Ids at most.</param>
    public (long[] Ids, int Second) Encode(string text, string? hypothesis, int most)
    {
        var first = Ids(text);
        var second = hypothesis is null ? [] : Ids(hypothesis);
        var room = Math.Max(2, most - _start.Length - _end.Length - (hypothesis is null ? 0 : second.Length + _between.Length));
        if (first.Length > room)
            first = [.. first[..(room / 2)], .. first[^(room - (room / 2))..]];
        int[] ids = hypothesis is null ? [.. _start, .. first, .. _end] : [.. _start, .. first, .. _between, .. second, .. _end];
        return (Array.ConvertAll(ids, static id => (long)id), hypothesis is null ? ids.Length : _start.Length + first.Length + _between.Length);
    }

    private int[] Ids(string text) => [.. _tokenizer.EncodeToIds(text)];

    private static ModelTokenizer WordPiece(string vocabulary)
    {
        var tokenizer = WordPieceTokenizer.Create(vocabulary, new WordPieceOptions
        {
            Normalizer = LowerCaseNormalizer.Instance,
            PreTokenizer = PreTokenizer.CreateWordOrPunctuation(),
            UnknownToken = "[UNK]",
        });
        var lines = File.ReadAllLines(vocabulary);
        int Id(string token) => Array.IndexOf(lines, token) is >= 0 and var id ? id : throw new FormatException($"it has no token {token}");
        return new ModelTokenizer(tokenizer, [Id("[CLS]")], [Id("[SEP]")], [Id("[SEP]")], [vocabulary]);
    }

    // RoBERTa's form: <s> text </s></s> hypothesis </s>.
    private static ModelTokenizer BytePairs(string vocabulary, string merges)
    {
        var tokenizer = BpeTokenizer.Create(new BpeOptions(vocabulary, merges)
        {
            PreTokenizer = RobertaPreTokenizer.Instance,
            ByteLevel = true,
            UnknownToken = "<unk>",
        });
        var ids = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(vocabulary))!;
        int Id(string token) => ids.TryGetValue(token, out var id) ? id : throw new FormatException($"it has no token {token}");
        return new ModelTokenizer(tokenizer, [Id("<s>")], [Id("</s>"), Id("</s>")], [Id("</s>")], [vocabulary, merges]);
    }
}
