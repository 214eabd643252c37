using CsCheck;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Tests.Scoring.Stance;

public sealed class PolarityStanceScorerTests
{
    private static readonly PolarityStanceScorer Scorer = new();

    [Theory]
    [InlineData("Ketamine therapy saved my life", StanceLabel.Favor)]
    [InlineData("Tried psilocybin for my PTSD, it got worse, stay away", StanceLabel.Against)]
    [InlineData("MDMA therapy is snake oil", StanceLabel.Against)]
    [InlineData("MDMA therapy doesn't work, it never worked", StanceLabel.Against)]
    [InlineData("The trial of psilocybin for depression enrolled ninety people", StanceLabel.Neutral)]
    [InlineData("My second ketamine session for depression was hard and I cried", StanceLabel.Neutral)]
    [InlineData("Does ketamine therapy help? Is it effective?", StanceLabel.Neutral)]
    [InlineData("Ketamine for depression was awful at first, but it helped me and was worth it", StanceLabel.Favor)]
    [InlineData("> MDMA therapy is a miracle that saved my life\n\nNo, it is a scam.", StanceLabel.Against)]
    [InlineData("&gt; MDMA therapy is a scam\n\nIt saved my life, it works for PTSD", StanceLabel.Favor)]
    [InlineData("Sure, give ecstasy to traumatised vets, what could go wrong", StanceLabel.Against)]
    [InlineData("I hate my depression, I am sad and broken. Psilocybin therapy starts on Monday.", StanceLabel.Neutral)]
    [InlineData("Shrooms at the lake were amazing, it was worth it", StanceLabel.Unrelated)]
    public void Score_FollowsTheCodebook(string text, StanceLabel expected) =>
        Assert.Equal(expected, Score(text).Label);

    [Theory]
    [InlineData("This.", StanceLabel.Favor)]
    [InlineData("exactly, so much", StanceLabel.Favor)]
    [InlineData("nope, disagree", StanceLabel.Against)]
    [InlineData("source?", StanceLabel.Neutral)]
    [InlineData("this went on my shelf by the window in May", StanceLabel.Neutral)]
    public void Score_InheritsTheParent_WhenAgreementIsExplicit(string reply, StanceLabel expected)
    {
        const string Parent = "MDMA therapy saved my life and it works";
        var context = new ThreadContext(Concepts.Mdma | Concepts.Therapy, Concepts.Mdma, true, true);
        var relevance = Shipped.Gate.Decide(new PostInContext(null, reply, CommunityClass.General, context));
        Assert.Equal(expected, Scorer.Score(new StanceInput(null, reply, null, Parent, relevance, Concepts.None)).Label);
    }

    [Fact]
    public void Score_ReadsTheTargetsSentences_WhenTargetIsNamed()
    {
        const string Text = "Ketamine therapy is a scam and a fraud. The weather was mild. MDMA therapy saved my life and it works.";
        Assert.Equal(StanceLabel.Against, Score(Text, Concepts.Ketamine).Label);
        Assert.Equal(StanceLabel.Favor, Score(Text, Concepts.Mdma).Label);
    }

    [Fact]
    public void Score_PointsAtItsEvidence()
    {
        const string Text = "🍄 Psilocybin therapy “saved my life”.";
        var evidence = Assert.Single(Score(Text).Evidence);
        Assert.Equal("saved my life", Text[evidence.Start..evidence.End]);
        Assert.Equal(("saved my life", "favor: saved my life"), (evidence.Text, evidence.Why));
    }

    [Fact]
    public void Score_KeepsItsPromises_WhateverTheText() =>
        Gen.Select(Gen.OneOf<string>("ketamine therapy", "helped", "not", "scam", ">", "\n", "but", "?", "it works.", "\uD800", "🍄")
            .Array[0, 20].Select(pieces => string.Join(" ", pieces)), Gen.Bool).Sample((text, relevant) =>
    {
        var decision = Shipped.Gate.Decide(new PostInContext(null, text, CommunityClass.General, ThreadContext.None));
        var score = Scorer.Score(new StanceInput(null, text, null, null, decision with { Relevant = relevant }, Concepts.None));
        double[] all = [score.Favor, score.Against, score.Neutral, score.Unrelated];
        Assert.All(all, probability => Assert.InRange(probability, 0, 1));
        Assert.Equal(1, all.Sum(), 9);
        Assert.Equal(!relevant, score.Label == StanceLabel.Unrelated);
        Assert.Equal(all.Max(), all[(int)score.Label]);
        Assert.All(score.Evidence, evidence => Assert.Equal(evidence.Text, text[evidence.Start..evidence.End]));
    });

    [Fact]
    public void Version_HashesItsWords() => Assert.Equal(("stance", "polarity", 64),
        (Scorer.Version.Kind, Scorer.Version.Name, Scorer.Version.Hash.Length));

    private static StanceScore Score(string text, Concepts target = Concepts.None)
    {
        var relevance = Shipped.Gate.Decide(new PostInContext(null, text, CommunityClass.General, ThreadContext.None));
        return Scorer.Score(new StanceInput(null, text, null, null, relevance, target));
    }
}
