using Huanxin.Core.Policies;

namespace Huanxin.Web.Policies;

/// <summary>Words of the policy pages for what the pack format names.</summary>
public static class PolicyPageLabels
{
    public static string Label(this Standing standing) => standing switch
    {
        Standing.InForce => "有效",
        Standing.Coming => "尚未施行",
        Standing.Expired => "已过有效期",
        Standing.Replaced => "已被替代",
        Standing.Draft => "草案",
    };

    public static string Label(this ItemPayer payer) => payer switch
    {
        ItemPayer.Unstated => "未写明",
        ItemPayer.Government => "政府",
        ItemPayer.Utility => "专营单位",
        ItemPayer.Residents => "居民",
        ItemPayer.Market => "市场化",
        ItemPayer.OwnerOfTitle => "产权单位",
        ItemPayer.Shared => "共同分担",
    };

    public static string Label(this TargetData data) => data switch
    {
        TargetData.Plan => "规划计划数",
        TargetData.Library => "省级项目库数",
        TargetData.Actual => "实际开工数",
    };

    public static string Label(this Measure measure) => measure switch
    {
        Measure.Projects => "项目",
        Measure.Communities => "小区",
        Measure.Buildings => "楼栋",
        Measure.Households => "户数",
        Measure.Area => "建筑面积",
        Measure.Investment => "投资",
    };

    public static string Label(this QuotaBase quotaBase) => quotaBase switch
    {
        QuotaBase.YearTotal => "年度改造总量",
        QuotaBase.Admitted => "已纳入总量",
    };

    public static string Label(this PriorityKind kind) => kind switch
    {
        PriorityKind.Weighted => "按分值相加",
        PriorityKind.Lexicographic => "逐项比较",
        PriorityKind.Tiered => "分档",
    };

    public static string Label(this Majority majority) => majority switch
    {
        Majority.Ordinary => "双过半",
        Majority.Special => "双四分之三以上",
        Majority.Unanimous => "全体同意",
        Majority.Programme => "按当地规定的比例",
    };

    public static string Label(this VotingScope scope) => scope switch
    {
        VotingScope.Community => "全小区",
        VotingScope.Stairwell => "本单元",
        VotingScope.Building => "本栋",
        VotingScope.Interested => "相关业主",
    };

    public static string Label(this TenderKind kind) => kind switch
    {
        TenderKind.Works => "施工",
        TenderKind.Goods => "货物",
        TenderKind.Services => "服务",
    };

    public static string Label(this SubsidyPer per) => per switch
    {
        SubsidyPer.AreaMonth => "每平方米每月",
        SubsidyPer.Area => "每平方米",
        SubsidyPer.Household => "每户",
        SubsidyPer.Item => "每项",
    };

    public static string Label(this ReturnPeriod period) => period switch
    {
        ReturnPeriod.Month => "每月",
        ReturnPeriod.Quarter => "每季",
        ReturnPeriod.Year => "每年",
        ReturnPeriod.Once => "一次",
    };

    public static string Label(this SupervisionKind kind) => kind switch
    {
        SupervisionKind.Inspection => "督导检查",
        SupervisionKind.Patrol => "巡查",
        SupervisionKind.Verification => "实地查验",
        SupervisionKind.Assessment => "考核",
        SupervisionKind.Praise => "表扬",
        SupervisionKind.Award => "奖励",
        SupervisionKind.Criticism => "通报批评",
        SupervisionKind.Rectification => "限期整改",
        SupervisionKind.Interview => "约谈",
        SupervisionKind.Accountability => "追责问责",
        SupervisionKind.Volunteer => "义务监督",
        SupervisionKind.Gate => "关口",
    };

    public static string Label(this StewardshipKind kind) => kind switch
    {
        StewardshipKind.Mode => "管理模式",
        StewardshipKind.Step => "步骤",
        StewardshipKind.Handover => "移交",
        StewardshipKind.Assessment => "考评",
        StewardshipKind.Coverage => "覆盖",
        StewardshipKind.Income => "收益",
        StewardshipKind.Warranty => "保修",
    };

    /// <summary>What a requirement is asked of.</summary>
    public static string Subject(string word) => word switch
    {
        "community" => "小区",
        "programme" => "年度计划",
        "scheme" => "改造方案",
        "contract" => "合同",
        "start" => "开工",
        "schedule" => "进度",
        "payment" => "拨付",
        "acceptance" => "验收",
        _ => word,
    };

    /// <summary>Kind of money.</summary>
    public static string Fund(string kind) => kind switch
    {
        "central-subsidy" => "中央补助资金",
        "central-investment" => "中央预算内投资",
        "provincial-subsidy" => "省级补助",
        "city" => "市级财政",
        "district" => "区县财政",
        "street" => "街道财政",
        "special-bond" => "专项债券",
        "general-bond" => "一般债券",
        "policy-loan" => "政策性贷款",
        "treasury-bond" => "国债",
        "land-income" => "土地收益",
        "former-owner-unit" => "原产权单位",
        "utility" => "专营单位",
        "residents" => "居民",
        "maintenance-fund" => "住宅专项维修资金",
        "housing-fund" => "住房公积金",
        "public-income" => "公共收益",
        "community-fund" => "社区资金",
        "donation" => "捐赠",
        "private-capital" => "社会资本",
        "property-company" => "物业企业",
        "implementing-unit" => "实施单位",
        "department-fund" => "部门资金",
        "fiscal-subsidy" => "财政补助",
        _ => kind,
    };

    /// <summary>A fixed word of a rule's argument.</summary>
    public static string Argument(string word) => word switch
    {
        "inclusive" => "含本数",
        "exclusive" => "不含本数",
        "community" => "按小区",
        "every-building" => "每栋楼都须符合",
        "any-building" => "任一栋楼符合即可",
        "households" => "户数",
        "owners" => "业主人数",
        "area" => "专有面积",
        "communities" => "小区个数",
        "smart-stars" => "智慧小区星级",
        "garbage-room-area" => "垃圾容器间面积",
        "garbage-rooms" => "垃圾容器间个数",
        "garbage-room-functions" => "垃圾容器间功能",
        "garbage-room-operation" => "垃圾容器间收运方式",
        "parking-spaces" => "停车位",
        "charging-points" => "充电设施",
        "elderly-room-area" => "养老用房面积",
        "bound" => "界限",
        "by" => "判断对象",
        "class" => "改造类别",
        "feature" => "功能",
        "gates" => "关口",
        "item" => "目录项",
        "kind" or "kinds" => "种类",
        "level" => "程度",
        "limit" => "界限日期",
        "matter" => "表决事项",
        "maximum" => "上限",
        "measure" => "量",
        "minimum" => "下限",
        "of" => "占何者的比例",
        "places" => "区划",
        "required" => "要求",
        "share" => "比例",
        "sign" => "现状问题",
        "stages" => "环节",
        "step" => "步骤",
        "tolerance" => "容许偏差",
        "years" => "年数",
        _ => Fund(word),
    };
}
