using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Onnx;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Stance.Onnx;

public sealed class OnnxStanceScorerTests : IDisposable
{
    // Ids: [PAD] 0, [UNK] 1, [CLS] 2, [SEP] 3, good 4, bad 5, supports 6, opposes 7, ! 8, a 9.
    private static readonly string[] s_words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "good", "bad", "supports", "opposes", "!", "a"];

    private readonly TempFolder _home = new();

    [Fact]
    public void Classifier_TakesLabelsInTheOrderOfItsLogits()
    {
        // Logits stand for NEUTRAL, FAVOR, AGAINST; "good" adds 9 to the second, "bad" 9 to the third.
        Write(3, (4, [0, 9, 0]), (5, [0, 0, 9]));
        using var scorer = new OnnxStanceScorer(Options(OnnxKind.Classifier, "neutral", "favor", "against"));
        Assert.Equal(StanceLabel.Favor, scorer.Score(Input("Good good")).Label);
        var against = scorer.Score(Input("bad"));
        Assert.Equal(StanceLabel.Against, against.Label);
        // Mean over [CLS] bad [SEP] gives logits 0, 0, 3.
        Assert.Equal(Math.Exp(3) / (Math.Exp(3) + 2), against.Against, 6);
        Assert.Equal(0, against.Unrelated);
        Assert.Equal(1, against.Favor + against.Against + against.Neutral, 9);
    }

    [Fact]
    public void Nli_LetsHypothesesCompeteByEntailment()
    {
        // Entailment is the last logit, and the word of the hypothesis moves it.
        Write(3, (6, [0, 0, 30]), (7, [0, 0, -30]));
        using var scorer = new OnnxStanceScorer(Options(OnnxKind.Nli, "contradiction", "neutral", "entailment"));
        var score = scorer.Score(Input("a"));
        Assert.Equal(StanceLabel.Favor, score.Label);
        Assert.True(score.Against < score.Neutral);
    }

    [Fact]
    public void LongText_KeepsBeginningAndEnd()
    {
        Write(3, (4, [9, 0, 0]), (5, [0, 9, 0]));
        using var scorer = new OnnxStanceScorer(Options(OnnxKind.Classifier, "favor", "against", "neutral") with { MaxTokens = 16 });
        var score = scorer.Score(Input($"good {string.Join(' ', Enumerable.Repeat("a", 500))} bad"));
        // Sixteen ids hold one "good" and one "bad": both logits are 9 / 16.
        Assert.Equal(score.Favor, score.Against, 9);
        Assert.Equal(Math.Exp(9d / 16) / (2 * Math.Exp(9d / 16) + 1), score.Favor, 6);
    }

    [Fact]
    public void Score_IsUnrelated_WhenNotRelevant()
    {
        Write(3, (4, [9, 0, 0]));
        using var scorer = new OnnxStanceScorer(Options(OnnxKind.Classifier, "favor", "against", "neutral"));
        var input = Input("good") with { Relevance = new RelevanceDecision(false, 0.1, "none", "none", Concepts.None, [], Concepts.None) };
        Assert.Equal(StanceLabel.Unrelated, scorer.Score(input).Label);
    }

    [Fact]
    public void Version_ChangesWithTheFile()
    {
        Write(3, (4, [9, 0, 0]));
        var options = Options(OnnxKind.Classifier, "favor", "against", "neutral");
        string Hash()
        {
            using var scorer = new OnnxStanceScorer(options);
            return scorer.Version.Hash;
        }

        var before = Hash();
        Assert.Equal(before, Hash());
        Write(3, (4, [8, 0, 0]));
        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Loading_SaysWhatDoesNotFit()
    {
        Write(3, (4, [9, 0, 0]));
        var good = Options(OnnxKind.Classifier, "favor", "against", "neutral");
        Assert.Contains("There is no model at", Message(good with { Path = _home.File("none.onnx") }), StringComparison.Ordinal);
        Assert.Contains("There is no tokenizer in", Message(good with { Tokenizer = _home.File("nowhere") }), StringComparison.Ordinal);
        Assert.Contains("list FAVOR, AGAINST, NEUTRAL in the order", Message(good with { Labels = ["favor"] }), StringComparison.Ordinal);
        Assert.Contains("gives 3 logits where its settings name 4 labels", Message(good with { Labels = ["favor", "against", "neutral", "unrelated"] }), StringComparison.Ordinal);
        File.WriteAllText(_home.File("broken.onnx"), "no model");
        Assert.Contains("cannot be loaded", Message(good with { Path = _home.File("broken.onnx") }), StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    private static string Message(OnnxStanceOptions options) => Assert.Throws<LensException>(() => new OnnxStanceScorer(options)).Message;

    private static StanceInput Input(string text) => new(
        null, text, null, null, new RelevanceDecision(true, 0.9, "substance+therapy", "self", Concepts.None, [], Concepts.None), Concepts.None);

    private OnnxStanceOptions Options(OnnxKind kind, params string[] labels) =>
        new() { Path = _home.File("tiny.onnx"), Tokenizer = _home.Path, Kind = kind, Labels = labels };

    private void Write(int logits, params (int Id, float[] Row)[] rows)
    {
        File.WriteAllLines(_home.File("vocab.txt"), s_words);
        var table = s_words.Select(_ => new float[logits]).ToArray();
        foreach (var (id, row) in rows)
            table[id] = row;
        TinyModel.Write(_home.File("tiny.onnx"), table);
    }
}
