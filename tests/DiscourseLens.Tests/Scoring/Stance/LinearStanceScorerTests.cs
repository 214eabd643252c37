using CsCheck;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Tests.Scoring.Stance;

public sealed class LinearStanceScorerTests
{
    private static readonly LinearStanceScorer Scorer = LinearStanceScorer.LoadShipped();

    [Theory]
    [InlineData("Ketamine therapy saved my life", StanceLabel.Favor)]
    [InlineData("MDMA therapy is snake oil and nobody should be given it", StanceLabel.Against)]
    [InlineData("The trial of psilocybin for depression enrolled ninety people", StanceLabel.Neutral)]
    [InlineData("Does ketamine therapy need a driver afterwards? How long does the infusion take?", StanceLabel.Neutral)]
    [InlineData("Ketamine for depression was awful at first, but it helped me and was worth it", StanceLabel.Favor)]
    [InlineData("Shrooms at the lake were amazing, it was worth it", StanceLabel.Unrelated)]
    public void Score_FollowsTheCodebook(string text, StanceLabel expected) =>
        Assert.Equal(expected, Score(text).Label);

    [Theory]
    [InlineData("This.", "agrees with its parent: favor", StanceLabel.Favor)]
    [InlineData("Exactly this, so much", "agrees with its parent: favor", StanceLabel.Favor)]
    [InlineData("nope, disagree", "objects to its parent: against", StanceLabel.Against)]
    public void Score_InheritsTheParent_WhenTheReplySaysNoMore(string reply, string why, StanceLabel expected)
    {
        var score = Reply(reply, "MDMA therapy saved my life and it works, every veteran should have access to it");
        Assert.Equal(expected, score.Label);
        var evidence = Assert.Single(score.Evidence);
        Assert.Equal((reply, why), (evidence.Text, evidence.Why));
    }

    [Theory]
    [InlineData("source?")]
    [InlineData("this?")]
    [InlineData("this went on my shelf by the window in May")]
    public void Score_InheritsNothing_WhenAgreementIsNotExplicit(string reply) => Assert.DoesNotContain(
        Reply(reply, "MDMA therapy saved my life and it works").Evidence, evidence => evidence.Why.Contains("parent", StringComparison.Ordinal));

    [Fact]
    public void Score_ReadsTheTargetsSentences_WhenTargetIsNamed()
    {
        const string Text = "Ketamine therapy is a scam and a fraud, stay away from it. The weather was mild. MDMA therapy saved my life and it works.";
        Assert.Equal(StanceLabel.Against, Score(Text, Concepts.Ketamine).Label);
        Assert.Equal(StanceLabel.Favor, Score(Text, Concepts.Mdma).Label);
    }

    [Fact]
    public void Score_IsNotTheQuotedLines()
    {
        const string Praise = "> MDMA therapy is a miracle, it saved my life\n\n", Scorn = "It is a dangerous scam and nobody should be given it.";
        Assert.Equal(StanceLabel.Against, Score(Praise + "MDMA therapy? " + Scorn).Label);
    }

    [Fact]
    public void Score_PointsAtItsEvidence()
    {
        const string Text = "🍄 We had rain on Monday. Psilocybin therapy “saved my life”.";
        var evidence = Score(Text).Evidence;
        Assert.InRange(evidence.Count, 1, 3);
        Assert.Contains(evidence, span => span.Start >= Text.IndexOf("Psilocybin", StringComparison.Ordinal));
        Assert.All(evidence, span => Assert.StartsWith("favor", span.Why, StringComparison.Ordinal));
        Assert.All(evidence, span => Assert.Equal(span.Text, Text[span.Start..span.End]));
    }

    [Fact]
    public void Score_KeepsItsPromises_WhateverTheText() =>
        Gen.Select(Gen.OneOf<string>("ketamine therapy", "helped", "not", "scam", ">", "\n", "but", "?", "it works.", "\uD800", "🍄", "\"", "/s", "this", "don't")
            .Array[0, 20].Select(pieces => string.Join(" ", pieces)), Gen.Bool, Gen.Bool).Sample((text, relevant, isReply) =>
    {
        var decision = Shipped.Gate.Decide(new PostInContext(null, text, CommunityClass.General, ThreadContext.None));
        var score = Scorer.Score(new StanceInput(null, text, null, isReply ? text : null, decision with { Relevant = relevant }, Concepts.None));
        double[] all = [score.Favor, score.Against, score.Neutral, score.Unrelated];
        Assert.All(all, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, all.Sum(), 9);
        Assert.Equal(!relevant, score.Label == StanceLabel.Unrelated);
        Assert.Equal(relevant ? all[..3].Max() : all.Max(), all[(int)score.Label]);
        Assert.All(score.Evidence, evidence => Assert.Equal(evidence.Text, text[evidence.Start..evidence.End]));
    });

    [Fact]
    public void Score_IsTheSame_WhenManyThreadsAsk()
    {
        var texts = Enumerable.Range(0, 200).Select(i => $"Ketamine therapy {(i % 3 == 0 ? "saved my life" : i % 3 == 1 ? "is a scam" : "costs money")}, day {i}.").ToList();
        var alone = texts.ConvertAll(text => Score(text).Favor);
        var together = new double[texts.Count];
        Parallel.For(0, texts.Count, i => together[i] = Score(texts[i]).Favor);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Version_HashesModelAndWords() => Assert.Equal(("stance", "linear", 64),
        (Scorer.Version.Kind, Scorer.Version.Name, Scorer.Version.Hash.Length));

    private static StanceScore Score(string text, Concepts target = Concepts.None)
    {
        var relevance = Shipped.Gate.Decide(new PostInContext(null, text, CommunityClass.General, ThreadContext.None));
        return Scorer.Score(new StanceInput(null, text, null, null, relevance, target));
    }

    private static StanceScore Reply(string reply, string parent)
    {
        var context = new ThreadContext(Concepts.Mdma | Concepts.Therapy, Concepts.Mdma, true, true);
        var relevance = Shipped.Gate.Decide(new PostInContext(null, reply, CommunityClass.General, context));
        return Scorer.Score(new StanceInput(null, reply, null, parent, relevance with { Relevant = true }, Concepts.None));
    }
}
